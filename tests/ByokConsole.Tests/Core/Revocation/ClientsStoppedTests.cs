using ByokConsole.Core.Clouds;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Tests.Core.Revocation;

/// <summary>Nobody connected over the whole window, or a person's statement; unknown is not zero.</summary>
public sealed class ClientsStoppedTests
{
    private static readonly DateTimeOffset To = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, ConnectionVerdict, int> Windows => new()
    {
        { "000000000000000", ConnectionVerdict.Quiet, 15 },
        { "000000000000001", ConnectionVerdict.Connected, 0 },
        { "100000000000000", ConnectionVerdict.Connected, 14 },
        { "", ConnectionVerdict.Unknown, 0 },
        { "0000000-0000000", ConnectionVerdict.Unknown, 7 },
        { "-00000000000000", ConnectionVerdict.Unknown, 14 },
        { "00000000000000-", ConnectionVerdict.Unknown, 0 },
        // After the window, before the lag is over: already published, and so already known.
        { "0000000000000003", ConnectionVerdict.Connected, 15 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Every_minute_of_the_window_needs_a_point_of_zero(string minutes, ConnectionVerdict verdict, int quietMinutes)
    {
        var points = minutes.Select((c, index) => (c, At: To.AddMinutes(index - 15))).Where(one => one.c != '-')
            .Select(one => new MetricPoint(one.At, one.c - '0')).ToList();

        var reading = ClientWatch.Judge(points, To, To.AddMinutes(5));

        Assert.Equal((verdict, TimeSpan.FromMinutes(quietMinutes)), (reading.Verdict, reading.QuietFor));
    }

    [Fact]
    public async Task The_window_is_the_clouds_and_ends_before_the_lag()
    {
        await using var bench = await Removals.StartAsync();

        var run = await Removals.GoAsync(bench, (await Removals.RevokeAsync(bench)).Id, StepNames.AgreeDeletion);

        var reading = run.Facts.Removal!.Clients!;
        Assert.Equal(ConnectionVerdict.Quiet, reading.Verdict);
        Assert.Equal(TimeSpan.FromMinutes(15), reading.QuietTo - reading.QuietFrom);
        Assert.InRange(bench.Cloud.Now - reading.QuietTo, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(7));
    }

    [Fact]
    public async Task It_goes_on_by_itself_once_everybody_is_gone()
    {
        await using var bench = await Removals.StartAsync();
        bench.Cloud.Removal.Connections = _ => 3;
        bench.Cloud.Removal.Principals.Add(new ConnectedPrincipal("sa-19xkq", 3));
        var id = (await Removals.RevokeAsync(bench)).Id;
        await Removals.GoAsync(bench, id, StepNames.StopClients);

        var busy = (await bench.Engine.AdvanceAsync(id, Token))!;
        var left = bench.Cloud.Now;
        bench.Cloud.Removal.Connections = at => at < left ? 3 : 0;
        var run = await Removals.GoAsync(bench, id, StepNames.AgreeDeletion);

        Assert.Equal((RunState.Running, ConnectionVerdict.Connected), (busy.State, busy.Facts.Removal!.Clients!.Verdict));
        Assert.Equal("sa-19xkq", Assert.Single(busy.Facts.Removal.Clients.Connected).PrincipalId);
        Assert.Equal(60, busy.Facts.Removal.Clients.Points.Count);
        Assert.InRange(bench.Cloud.Now - left, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(23));
        Assert.Null(run.Facts.Removal!.ClientsStatement);
    }

    [Fact]
    public async Task Without_metrics_only_a_recorded_statement_goes_on()
    {
        await using var bench = await Removals.StartAsync();
        bench.Cloud.Removal.MetricsFault = new CloudFault(CloudService.ConfluentCloud, FaultKind.Forbidden, "No metrics for you.");
        var id = (await Removals.RevokeAsync(bench)).Id;
        await Removals.GoAsync(bench, id, StepNames.StopClients);

        var unknown = (await bench.Engine.AdvanceAsync(id, Token))!;
        Assert.Equal((RunState.Running, ConnectionVerdict.Unknown), (unknown.State, unknown.Facts.Removal!.Clients!.Verdict));
        Assert.Equal(AnswerOutcome.TextMissing, await bench.AnswerAsync(id, AnswerIds.StateStopped));
        await Removals.SayAsync(bench, id, AnswerIds.StateStopped, "Every pod is scaled to zero");
        var run = await Removals.GoAsync(bench, id);

        Assert.Equal((RunState.Succeeded, "Every pod is scaled to zero"), (run.State, run.Facts.Removal!.ClientsStatement));
        Assert.Contains(run.Facts.Deeds, deed => deed.What.Contains("Every pod is scaled to zero", StringComparison.Ordinal) && deed.By == "local operator");
    }

    [Fact]
    public async Task Who_comes_back_before_the_name_is_typed_keeps_the_cluster()
    {
        await using var bench = await Removals.StartAsync();
        var id = (await Removals.RevokeAsync(bench)).Id;
        await Removals.GoAsync(bench, id, StepNames.AgreeDeletion);
        await bench.WorkAsync(id);
        bench.Cloud.Removal.Connections = _ => 1;

        await Removals.SayAsync(bench, id, AnswerIds.DeleteCluster, Removals.Name, AnswerIds.Unprotect);
        var run = (await bench.Engine.AdvanceAsync(id, Token))!;

        Assert.Equal((StepNames.AgreeDeletion, 0), (run.Steps[RunProgress.Current(run)].Name, bench.Cloud.Removal.Deletions));
        Assert.Contains("Clients were connected", run.Question!.Text, StringComparison.Ordinal);
    }
}
