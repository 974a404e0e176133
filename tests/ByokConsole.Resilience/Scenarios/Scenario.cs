using ByokConsole.Core.Provisioning;
using ByokConsole.Resilience.Twin;

namespace ByokConsole.Resilience.Scenarios;

/// <summary>One thing that a person wants done, from a world in which it can be done to what has to be so then.</summary>
internal sealed record Scenario(string Name, RunKind Kind)
{
    /// <summary>The scenario in whose world this one begins; null for the seeded one.</summary>
    public string? After { get; init; }

    /// <summary>What is changed in that world before, by others.</summary>
    public Action<CloudTwin> Prepare { get; init; } = _ => { };

    /// <summary>What the person asks the console for.</summary>
    public required Func<ConsoleTwin, Task<Run>> StartAsync { get; init; }

    /// <summary>What the person wants to become of the vault key, and of the registration.</summary>
    public Wishes Wishes { get; init; } = new();

    /// <summary>The draft that the run writes on and that the person goes on typing in, or null.</summary>
    public string? SharedDraft { get; init; }

    /// <summary>What is missing or too much once the run has succeeded.</summary>
    public required Func<Findings, IEnumerable<string>> Judge { get; init; }
}
