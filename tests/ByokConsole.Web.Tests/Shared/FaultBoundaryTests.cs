using ByokConsole.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ByokConsole.Web.Tests.Shared;

public sealed class FaultBoundaryTests : ConsoleTestContext
{
    private readonly FakeLogger<FaultBoundary> _log = new();

    public FaultBoundaryTests() => Services.AddSingleton<ILogger<FaultBoundary>>(_log);

    [Fact]
    public async Task A_page_that_fails_says_so_with_the_id_of_its_log_entry_and_can_be_tried_again()
    {
        var broken = true;
        var boundary = Render<FaultBoundary>(p => p.AddChildContent<Fragile>(c => c.Add(x => x.IsBroken, () => broken)));

        var id = boundary.Find("dd .mono").TextContent;
        Assert.Contains(id, _log.LatestRecord.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", boundary.Markup, StringComparison.Ordinal);

        broken = false;
        await boundary.FindAll("button").Single(button => button.TextContent.Trim() == "Try again").ClickAsync();

        Assert.Equal("whole", boundary.Markup.Trim());
    }

    private sealed class Fragile : ComponentBase
    {
        [Parameter]
        public Func<bool> IsBroken { get; set; } = () => false;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            if (IsBroken())
                throw new InvalidOperationException("a secret");
            builder.AddContent(0, "whole");
        }
    }
}
