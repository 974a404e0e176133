using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.Runs;

namespace ByokConsole.Web.Tests.Runs;

public sealed class RunsPageTests : PageTestContext
{
    [Fact]
    public void Without_runs_it_says_when_there_will_be_one()
        => Assert.Contains("No runs yet.", Open().Markup, StringComparison.Ordinal);

    [Fact]
    public void A_run_that_ended_tells_subject_kind_state_start_and_duration()
    {
        RunStore.Put(Samples.Run with
        {
            State = RunState.Succeeded,
            CreatedAt = Samples.Noon.AddHours(-2),
            EndedAt = Samples.Noon.AddHours(-2).AddMinutes(18).AddSeconds(31),
        });

        var page = Open();

        Assert.Equal(["orders-prod run-2f81", "Create cluster", "Done", "env-4mq7d", "2 h ago", "18:31"], page.FindAll("td").Select(Text));
        Assert.Equal("/runs/run-2f81", page.Find("td a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(RunKind.CreateCluster, "Create cluster")]
    [InlineData(RunKind.RegisterKey, "Register key")]
    [InlineData(RunKind.GrantAccess, "Grant access")]
    public void Every_kind_of_run_has_its_words(RunKind kind, string words)
    {
        RunStore.Put(Samples.Run with { Kind = kind });

        Assert.Equal(words, Text(Open().FindAll("td")[1]));
    }

    [Theory]
    [InlineData(RunState.Running, "Running")]
    [InlineData(RunState.NeedsPerson, "Has a question")]
    [InlineData(RunState.Failed, "Failed")]
    [InlineData(RunState.Cancelled, "Cancelled")]
    public void Every_state_has_its_words(RunState state, string words)
    {
        RunStore.Put(Samples.Run with { State = state });

        Assert.Equal(words, Text(Open().FindAll("td")[2]));
    }

    [Fact]
    public void Runs_of_all_environments_are_there_newest_first_and_those_under_way_are_counted()
    {
        RunStore.Put(Samples.Run with { Id = "run-old", EnvironmentId = "env-9kx2v", CreatedAt = Samples.Noon.AddDays(-1), State = RunState.Succeeded });
        RunStore.Put(Samples.Run);

        var page = Open();

        Assert.Equal(["env-4mq7d", "env-9kx2v"], page.FindAll("td[data-label=Environment]").Select(Text));
        Assert.Contains("1 under way, 2 in all", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_starts_meanwhile_appears()
    {
        var page = Open();

        RunStore.Put(Samples.Run);
        LookAgain(page);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
    }

    private IRenderedComponent<RunsPage> Open()
    {
        var page = Render<RunsPage>();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".loading")));
        return page;
    }
}
