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
        var script = new FaultScript(_ => Task.FromResult<string?>("someone"), _time);
        script.Order(new ScriptedFault { Name = FaultName.DuplicatedReply });
        var clouds = script.Over(ActAsync);

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
        var script = new FaultScript(_ => Task.FromResult<string?>(null), _time);
        script.Order(new ScriptedFault { Name = FaultName.Slow });
        script.Order(new ScriptedFault { Name = FaultName.Reset });
        script.Order(new ScriptedFault { Name = FaultName.Html });

        Assert.True(script.TakeBack(script.Pending()[1].Id));

        Assert.Equal([FaultName.Slow, FaultName.Html], script.Pending().Select(fault => fault.Name));
        Assert.False(script.TakeBack(99));
    }

    public void Dispose() => _caller.Dispose();

    private Task<Reply> Ask(FaultName name)
    {
        var script = new FaultScript(_ => Task.FromResult<string?>("someone"), _time);
        script.Order(new ScriptedFault { Name = name, Milliseconds = 1000 });
        return script.Over(ActAsync)(CallTo("byok"), _caller.Token);
    }

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
