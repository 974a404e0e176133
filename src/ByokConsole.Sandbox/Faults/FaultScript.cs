using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Proxy;

namespace ByokConsole.Sandbox.Faults;

/// <summary>Plays ordered faults: by name and count, never at random.</summary>
/// <param name="caller">Tells whose credential a request bears, for one that never reaches the cloud which would.</param>
public sealed class FaultScript(Func<Call, Task<string?>> caller, TimeProvider real)
{
    /// <summary>So many answers are remembered for <see cref="FaultName.DuplicatedReply"/>, and only while one is ordered.</summary>
    private const int MostReplies = 100;
    private readonly Lock _gate = new();
    private readonly List<ScriptedFault> _faults = [];
    private readonly Dictionary<string, Reply> _replies = [];
    private int _ordered;

    /// <summary>What is ordered and not used up.</summary>
    public IReadOnlyList<ScriptedFault> Pending()
    {
        lock (_gate)
            return [.. _faults];
    }

    public void Order(ScriptedFault fault)
    {
        lock (_gate)
            _faults.Add(fault with { Id = ++_ordered });
    }

    /// <summary>Takes one back; false where none of that number is left.</summary>
    public bool TakeBack(int id)
    {
        lock (_gate)
        {
            var taken = _faults.RemoveAll(fault => fault.Id == id) > 0;
            ForgetReplies();
            return taken;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
            _replies.Clear();
        }
    }

    public Layer Over(Layer inner) => async (call, cancellationToken) =>
    {
        if (call.Host == ServedHosts.Control)
            return await inner(call, cancellationToken);
        var (fault, earlier) = Next(call);
        if (fault is null)
            return Remember(call, await inner(call, cancellationToken));
        (call.Fault, call.Caller) = (fault.Name.ToString(), await caller(call));
        return earlier ?? await PlayAsync(fault, call, inner, cancellationToken);
    };

    private async Task<Reply> PlayAsync(ScriptedFault fault, Call call, Layer inner, CancellationToken cancellationToken)
    {
        switch (fault.Name)
        {
            case FaultName.TooManyRequests:
                return TooMany(fault);
            case FaultName.ServerError:
                return new Reply(500, Error("InternalServerError", "Something went wrong."));
            case FaultName.Html:
                return new Reply(200) { Text = "<html><body><h1>502 Bad Gateway</h1></body></html>", ContentType = "text/html" };
            case FaultName.Refuse:
                return new Reply(fault.Status) { Text = fault.Body ?? "{}" };
            case FaultName.TruncatedJson:
                var whole = await inner(call, cancellationToken);
                var text = whole.Body?.ToJsonString() ?? "{}";
                return whole with { Text = text[..(text.Length / 2)] };
            case FaultName.LostReply:
                await inner(call, CancellationToken.None);
                return new Reply(0) { Drop = true };
            case FaultName.DuplicatedRequest:
                await inner(call, cancellationToken);
                return await inner(call, cancellationToken);
            case FaultName.Slow:
                await HoldAsync(fault, cancellationToken);
                return await inner(call, cancellationToken);
            case FaultName.SlowReply:
                var reply = await inner(call, CancellationToken.None);
                await HoldAsync(fault, cancellationToken);
                return reply;
            default:
                return new Reply(0) { Drop = true };
        }
    }

    private static Reply TooMany(ScriptedFault fault)
    {
        var reply = new Reply(429, Error("TooManyRequests", "Too many requests."));
        return fault.RetryAfter is { } seconds ? reply.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)) : reply;
    }

    private static JsonObject Error(string code, string message) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };

    private Task HoldAsync(ScriptedFault fault, CancellationToken cancellationToken)
        => Task.Delay(TimeSpan.FromMilliseconds(fault.Milliseconds), real, cancellationToken);

    /// <summary>The fault that this request suffers, and for a duplicated reply the answer that is given again.</summary>
    private (ScriptedFault? Fault, Reply? Earlier) Next(Call call)
    {
        lock (_gate)
        {
            for (var i = 0; i < _faults.Count; i++)
            {
                var fault = _faults[i];
                var earlier = IsDuplicate(fault) ? _replies.GetValueOrDefault(NameOf(call)) : null;
                // Nothing can be given twice that was not given once.
                if (!Matches(fault, call) || (IsDuplicate(fault) && earlier is null))
                    continue;
                if (fault.Skip > 0)
                {
                    _faults[i] = fault with { Skip = fault.Skip - 1 };
                    continue;
                }

                UseUp(i);
                return (fault, earlier);
            }

            return default;
        }
    }

    private void UseUp(int at)
    {
        if (_faults[at].Count <= 1)
            _faults.RemoveAt(at);
        else
            _faults[at] = _faults[at] with { Count = _faults[at].Count - 1 };
        ForgetReplies();
    }

    private void ForgetReplies()
    {
        if (!_faults.Any(IsDuplicate))
            _replies.Clear();
    }

    private Reply Remember(Call call, Reply reply)
    {
        lock (_gate)
        {
            if (_replies.Count < MostReplies && _faults.Any(fault => IsDuplicate(fault) && Matches(fault, call)))
                _replies[NameOf(call)] = reply;
        }

        return reply;
    }

    private static bool IsDuplicate(ScriptedFault fault) => fault.Name is FaultName.DuplicatedReply;

    private static string NameOf(Call call) => $"{call.Method} {call.Host}{call.Path}{QueryString.Create(call.Query)}";

    private static bool Matches(ScriptedFault fault, Call call)
        => (fault.Host is null || fault.Host.Equals(call.Host, StringComparison.OrdinalIgnoreCase))
            && (fault.Method is null || fault.Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
            && (fault.Path is null || call.Path.Contains(fault.Path, StringComparison.OrdinalIgnoreCase));
}
