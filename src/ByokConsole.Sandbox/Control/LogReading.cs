using System.Globalization;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.RequestLog;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Control;

/// <summary>The request log, with the name of whoever asked.</summary>
public sealed class LogReading(World world, RequestJournal journal)
{
    /// <summary><c>?after=</c> a number, and of those the newest <c>?last=</c> only.</summary>
    public Reply Read(Call call)
    {
        var requests = journal.After(Number(call, "after") ?? 0);
        if (Number(call, "last") is { } last)
            requests = requests.TakeLast((int)Math.Min(last, int.MaxValue));
        return new(200, JsonReading.Array(requests.Select(Write)));
    }

    private JsonObject Write(LoggedRequest request) => new()
    {
        ["sequence"] = request.Sequence,
        ["at"] = request.At,
        ["host"] = request.Host,
        ["method"] = request.Method,
        ["path"] = request.Path,
        ["status"] = request.Status,
        ["caller"] = request.Caller,
        ["callerName"] = NameOf(request.Caller),
        ["requestId"] = request.RequestId,
        ["fault"] = request.Fault,
    };

    private string? NameOf(string? caller) => caller switch
    {
        null => null,
        SeededIds.ConfluentApiKey => "API key of sandbox.env",
        ControlCloud.Caller => "The sandbox's operator",
        _ => world.Principals.Find(caller)?.DisplayName ?? world.Applications.Find(caller)?.Name,
    };

    private static long? Number(Call call, string name)
        => long.TryParse(call.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
