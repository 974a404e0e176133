using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Preflight;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.ClusterSecurity;

namespace ByokConsole.Web.Tests.ClusterSecurity;

public sealed class VerdictBandTests : PageTestContext
{
    [Theory]
    [InlineData(CheckState.Pass, "pass", false)]
    [InlineData(CheckState.Warn, "warn", true)]
    [InlineData(CheckState.Fail, "fail", true)]
    [InlineData(CheckState.Waiting, "wait", false)]
    [InlineData(CheckState.Skipped, "skip", false)]
    [InlineData(CheckState.NotAsked, "wait", false)]
    public void Only_what_needs_somebody_is_tinted(CheckState state, string css, bool tinted)
    {
        var band = Show(new SecurityVerdict(state, "The verdict.")).Find("section");

        Assert.Contains(css, band.ClassList);
        Assert.Equal(tinted, band.ClassList.Contains("tinted"));
    }

    [Fact]
    public void It_answers_first_then_says_what_was_found_when_it_was_checked_and_what_confluent_says()
    {
        var band = Show(new SecurityVerdict(CheckState.Warn, "The key works, with one warning.", "Nothing rotates it."));

        Assert.Equal(
            ["The key works, with one warning.", "Nothing rotates it.", "Checked 40 s ago. Confluent says VALID, told 9 days ago."],
            band.FindAll("p").Select(Text));
        Assert.Equal("status", band.Find("p").GetAttribute("role"));
    }

    [Fact]
    public async Task It_can_be_checked_now()
    {
        var asked = 0;
        var band = Show(new SecurityVerdict(CheckState.Pass, "The key works."), () => asked++);

        await ClickAsync(band, "Check now");

        Assert.Equal(1, asked);
    }

    private IRenderedComponent<VerdictBand> Show(SecurityVerdict verdict, Action? onCheck = null)
        => Render<VerdictBand>(p => p
            .Add(x => x.Verdict, verdict)
            .Add(x => x.CheckedAt, Samples.Noon.AddSeconds(-40))
            .Add(x => x.Validation, new KeyValidation("VALID", Samples.Noon.AddDays(-9), null, null))
            .Add(x => x.OnCheck, onCheck ?? (() => { })));
}
