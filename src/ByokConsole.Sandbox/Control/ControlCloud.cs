using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Faults;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.RequestLog;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.Control;

/// <summary><c>sandbox.byokconsole.test</c>: the sandbox's own knobs: clock, faults, log, settings, and properties that no real API can change.</summary>
public sealed class ControlCloud(
    World world, CloudClock clock, FaultScript faults, RequestJournal journal, SeededWorld seed, SecretBox secrets,
    WorldEdits edits, LogReading log, WorldRoutes routes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private const string Served = "The control host serves /clock, /faults, /storm, /log, /settings, /vaults, /keys, /principals, /roles, "
        + "/assignments, /registrations, /clusters, /connections and /reset.";

    /// <summary>Who asked, in the request log.</summary>
    internal const string Caller = "control";

    public async Task<Reply> AnswerAsync(Call call, CancellationToken cancellationToken)
    {
        if (!IsAllowed(call.Header("Authorization")))
            return Error(401, "The control host wants the bearer SANDBOX_CONTROL_TOKEN of sandbox.env.").With("WWW-Authenticate", "Bearer");
        call.Caller = Caller;
        return (call.Method, call.Segments) switch
        {
            ("GET", ["clock"]) => Clock(),
            ("POST", ["clock"]) => Advance(call),
            ("GET", ["faults"]) => Faults(),
            ("POST", ["faults"]) => Order(call),
            ("DELETE", ["faults"]) => Clear(),
            ("DELETE", ["faults", var id]) => TakeBack(id),
            ("GET", ["storm"]) => Storm(),
            ("PUT", ["storm"]) => Storm(call),
            ("GET", ["log"]) => log.Read(call),
            ("GET", ["settings"]) => edits.Settings(),
            ("PATCH", ["settings"]) => edits.Settings(call.Json()),
            ("POST", ["reset"]) => Reset(),
            _ => await routes.AnswerAsync(call)
                ?? Error(404, Served),
        };
    }

    internal static Reply Error(int status, string message) => ControlErrors.Of(status, message);

    private bool IsAllowed(string? authorization)
        => authorization is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(authorization), Encoding.UTF8.GetBytes("Bearer " + secrets.Derive("control")));

    private Reply Clock() => new(200, new JsonObject
    {
        ["now"] = clock.GetUtcNow().ToString("O"),
        ["offsetSeconds"] = world.Now.ClockOffset.TotalSeconds,
    });

    private Reply Advance(Call call)
        => call.Json().Number("advanceSeconds") is { } seconds && seconds is > 0 and < int.MaxValue && clock.TryAdvance(TimeSpan.FromSeconds(seconds))
            ? Clock()
            : Error(400, "Give advanceSeconds: a whole number above 0; the clock can run ten years ahead at most, and never back.");

    private Reply Faults() => new(200, JsonSerializer.SerializeToNode(faults.Pending(), Json));

    private Reply Order(Call call)
    {
        try
        {
            var fault = JsonSerializer.Deserialize<ScriptedFault>(call.Body.Span, Json);
            if (fault is null)
                return Error(400, "A fault is a JSON object.");
            if (FaultRules.ProblemWith(fault) is { } problem)
                return Error(400, problem);
            faults.Order(fault);
            return Faults();
        }
        catch (JsonException)
        {
            return Error(400, $"A fault needs a name: {string.Join(", ", Enum.GetNames<FaultName>())}; and may have host, method, path, skip, count, retryAfter, milliseconds, status, body.");
        }
    }

    private Reply Clear()
    {
        faults.Clear();
        return new Reply(204);
    }

    private Reply Storm() => new(200, JsonSerializer.SerializeToNode(faults.Storm, Json));

    private Reply Storm(Call call)
    {
        try
        {
            if (JsonSerializer.Deserialize<Storm>(call.Body.Span, Json) is not { IsPossible: true } storm)
                return Error(400, "The shares are whole numbers from 0, together 100 at most; retryAfter is an hour at most, stallMilliseconds a minute.");
            faults.Storm = storm;
            return Storm();
        }
        catch (JsonException)
        {
            return Error(
                400, "A storm has tooManyRequests, serverErrors, resets and stalls, each so many in a hundred; seed, retryAfter and stallMilliseconds.");
        }
    }

    private Reply TakeBack(string id)
        => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && faults.TakeBack(number)
            ? new Reply(204)
            : Error(404, $"No ordered fault has the number {id}, or it is used up.");

    private Reply Reset()
    {
        faults.Clear();
        faults.Storm = Sandbox.Faults.Storm.Calm;
        journal.Clear();
        seed.StartOver();
        return new Reply(204);
    }
}
