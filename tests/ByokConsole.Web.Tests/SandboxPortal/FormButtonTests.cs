using ByokConsole.Web.Features.SandboxPortal;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>The button that opens a form: when the form goes, the focus comes back to it.</summary>
public sealed class FormButtonTests : PortalTestContext
{
    [Fact]
    public void It_takes_the_focus_when_the_form_closes_and_not_before()
    {
        var button = Render<FormButton>(p => p.Add(x => x.Word, "Create").Add(x => x.IsOpen, false).Add(x => x.OnToggle, () => { }));
        button.Render(p => p.Add(x => x.IsOpen, true));
        JSInterop.VerifyNotInvoke("Blazor._internal.domWrapper.focus");
        Assert.Equal("true", button.Find("button").GetAttribute("aria-expanded"));

        button.Render(p => p.Add(x => x.IsOpen, false));
        button.Render(p => p.Add(x => x.IsOpen, false));

        JSInterop.VerifyFocusAsyncInvoke();
        Assert.Equal("false", button.Find("button").GetAttribute("aria-expanded"));
    }
}
