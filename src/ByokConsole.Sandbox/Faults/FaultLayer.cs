using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Proxy;

namespace ByokConsole.Sandbox.Faults;

/// <summary>Plays the faults of a script on what is asked of the clouds; the control host suffers none.</summary>
/// <param name="caller">Tells whose credential a request bears, for one that never reaches the cloud which would.</param>
public sealed class FaultLayer(FaultScript script, Func<Call, Task<string?>> caller, TimeProvider real)
{
    public Layer Over(Layer inner) => async (call, cancellationToken) =>
    {
        if (call.Host == ServedHosts.Control)
            return await inner(call, cancellationToken);
        var (fault, earlier) = script.Next(call);
        if (fault is null)
            return script.Remember(call, await inner(call, cancellationToken));
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
}
