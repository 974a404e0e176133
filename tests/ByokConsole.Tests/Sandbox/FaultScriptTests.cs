using ByokConsole.Sandbox.Faults;
using ByokConsole.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Sandbox;

/// <summary>The two ways to be slow, which differ in what has happened when the caller goes away; and the answer that is given twice.</summary>
public sealed class FaultScriptTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _caller = new();
    private int _acts;

    [Fact]
    public async Task A_slow_act_happens_after_its_time()
    {
        var reply = Ask(FaultName.Slow);
        Assert.Equal(0, _acts);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((200, 1), ((await reply).Status, _acts));
    }

    [Fact]
    public async Task A_slow_act_whose_caller_goes_away_never_happens()
    {
        var reply = Ask(FaultName.Slow);

        await _caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
        Assert.Equal(0, _acts);
    }

    [Fact]
    public async Task A_slow_reply_has_happened_whether_its_caller_waits_or_goes_away()
    {
        var waits = Ask(FaultName.SlowReply);
        Assert.Equal((false, 1), (waits.IsCompleted, _acts));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await waits).Status);

        var leaves = Ask(FaultName.SlowReply);
        await _caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        Assert.Equal(2, _acts);
    }

    [Fact]
    public async Task A_duplicated_reply_is_the_one_that_the_same_request_got_before_and_does_nothing()
    {
        var script = new FaultScript();
        script.Order(new ScriptedFault { Name = FaultName.DuplicatedReply });
        var clouds = Over(script);

        var first = await clouds(CallTo("byok"), _caller.Token);
        await clouds(CallTo("cmk"), _caller.Token);
        Assert.Equal(2, _acts);
        var repeated = CallTo("byok");
        Assert.Same(first, await clouds(repeated, _caller.Token));

        Assert.Equal((2, "DuplicatedReply", "someone"), (_acts, repeated.Fault, repeated.Caller));
        Assert.Empty(script.Pending());
        Assert.NotSame(first, await clouds(CallTo("byok"), _caller.Token));
        Assert.Equal(3, _acts);
    }

    [Fact]
    public void One_fault_is_taken_back_by_its_number_and_the_others_stay()
    {
        var script = new FaultScript();
        script.Order(new ScriptedFault { Name = FaultName.Slow });
        script.Order(new ScriptedFault { Name = FaultName.Reset });
        script.Order(new ScriptedFault { Name = FaultName.Html });

        Assert.True(script.TakeBack(script.Pending()[1].Id));

        Assert.Equal([FaultName.Slow, FaultName.Html], script.Pending().Select(fault => fault.Name));
        Assert.False(script.TakeBack(99));
    }

    [Fact]
    public void A_storm_brings_about_as_many_of_each_fault_as_it_says_and_the_same_for_the_same_seed()
    {
        IReadOnlyList<FaultName?> Weather(int seed)
        {
            var script = new FaultScript { Storm = new() { Seed = seed, TooManyRequests = 30, ServerErrors = 20, Resets = 5, Stalls = 2 } };
            return [.. Enumerable.Range(0, 10_000).Select(_ => script.Next(CallTo("byok")).Fault?.Name)];
        }

        var weather = Weather(7);

        int Percent(params FaultName?[] names) => weather.Count(names.Contains) / 100;
        Assert.InRange(Percent(FaultName.TooManyRequests), 28, 32);
        Assert.InRange(Percent(FaultName.ServerError), 18, 22);
        Assert.InRange(Percent(FaultName.Reset, FaultName.LostReply), 3, 7);
        Assert.InRange(Percent(FaultName.Slow), 0, 4);
        Assert.Equal(weather, Weather(7));
        Assert.NotEqual(weather, Weather(8));
    }

    [Fact]
    public void An_ordered_fault_goes_before_the_storm_and_calm_ends_it()
    {
        var script = new FaultScript { Storm = new() { TooManyRequests = 100 } };
        script.Order(new ScriptedFault { Name = FaultName.Html });

        Assert.Equal((FaultName.Html, FaultName.TooManyRequests), (script.Next(CallTo("byok")).Fault!.Name, script.Next(CallTo("byok")).Fault!.Name));
        script.Storm = Storm.Calm;
        Assert.Null(script.Next(CallTo("byok")).Fault);
    }

    public void Dispose() => _caller.Dispose();

    private Task<Reply> Ask(FaultName name)
    {
        var script = new FaultScript();
        script.Order(new ScriptedFault { Name = name, Milliseconds = 1000 });
        return Over(script)(CallTo("byok"), _caller.Token);
    }

    private Layer Over(FaultScript script) => new FaultLayer(script, _ => Task.FromResult<string?>("someone"), _time).Over(ActAsync);

    private static Call CallTo(string path) => new()
    {
        Method = "POST", Host = "api.confluent.cloud", Segments = [path], Query = new QueryCollection(), Headers = new HeaderDictionary(), Body = default,
    };

    private Task<Reply> ActAsync(Call call, CancellationToken cancellationToken)
    {
        _acts++;
        return Task.FromResult(new Reply(200));
    }
}
