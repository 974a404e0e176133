using System.Text.Json;
using ByokConsole.Core.Clouds;

namespace ByokConsole.Core.Provisioning;

/// <summary>A run that is asked for, and what tells that it was asked for before.</summary>
internal sealed record RunOrder(RunKind Kind, string EnvironmentId, string Subject, RunInput Input, string By)
{
    /// <summary>Names what the run is about: of two runs about the same, one is under way at a time.</summary>
    public required string About { get; init; }

    /// <summary>True for the input of a run that is about the same.</summary>
    public required Func<RunInput, bool> IsAbout { get; init; }

    /// <summary>What keeps the run from being of use, asked before it is started: a fault, or null.</summary>
    public Func<Task<CloudFault?>> ObstacleAsync { get; init; } = () => Task.FromResult<CloudFault?>(null);

    /// <summary>The caller's name for this request, or null.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>What the journal knows the request by. A caller's name stands for one request, whatever its kind.</summary>
    /// <param name="earlier">Runs about the same that were there before.</param>
    public string KeyAfter(int earlier)
        => IdempotencyKey is { } key ? $"asked/{key}" : $"order/{Kind}/{EnvironmentId}/{About}/{earlier}";

    /// <summary>The run that answers the request; or why a run that is there is not what was asked for.</summary>
    public OrderOutcome Meets(Run run)
    {
        if (run.Kind == Kind && JsonSerializer.Serialize(run.Input) == JsonSerializer.Serialize(Input))
            return new OrderOutcome.Started(run, []);
        return IdempotencyKey is not null
            ? new OrderOutcome.InTheWay(
                run, RunOrders.KeyReused, $"Run {run.Id} was asked for with this Idempotency-Key, for something else. Use another key for another request.")
            : new OrderOutcome.InTheWay(
                run, "run_in_progress", $"Run {run.Id} is under way for {About}, and differs from what is asked for now. Wait for its end, or cancel it.");
    }
}
