using ByokConsole.Web.Features.SandboxPortal;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>A storm: let loose, told, and ended.</summary>
public sealed class StormFormTests : PortalTestContext
{
    public StormFormTests() => Host.Lists["storm"] = """{"tooManyRequests":0,"serverErrors":0,"resets":0,"stalls":0}""";

    [Fact]
    public async Task A_storm_is_let_loose_as_it_is_filled_in_and_then_only_ended()
    {
        var form = Render<StormForm>();
        await form.Find("input").InputAsync(new() { Value = "25" });

        await ClickAsync(form, "Let it rage");

        Assert.Equal("""PUT storm {"tooManyRequests":25,"serverErrors":20,"resets":5,"stalls":2}""", Assert.Single(Host.Acts));
        Assert.Contains("Of a hundred requests, 25 are one too many", form.Markup, StringComparison.Ordinal);
        Assert.Empty(form.FindAll("input"));
        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact]
    public async Task A_storm_that_rages_already_is_told_and_ended()
    {
        Host.Lists["storm"] = """{"tooManyRequests":1,"serverErrors":2,"resets":3,"stalls":4}""";
        var form = Render<StormForm>();
        Assert.Contains("1 are one too many, 2 meet a server that fails, 3 lose their connection and 4 wait", form.Markup, StringComparison.Ordinal);

        await ClickAsync(form, "End the storm");

        Assert.Equal("""PUT storm {"tooManyRequests":0,"serverErrors":0,"resets":0,"stalls":0}""", Assert.Single(Host.Acts));
        Assert.Equal("The storm is over.", Text(form.Find(".done")));
        Assert.Equal("1", form.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task More_than_everything_cannot_be_ordered()
    {
        var form = Render<StormForm>();

        await form.Find("input").InputAsync(new() { Value = "80" });

        Assert.Contains("Together they are 107 of a hundred", form.Markup, StringComparison.Ordinal);
        Assert.True(form.FindAll("button").Single(button => Text(button) == "Let it rage").HasAttribute("disabled"));
    }
}
