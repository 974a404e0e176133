using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Resilience.Blows;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Resilience.Scenarios;

/// <summary>What there is at the end, in the sandbox's own state and in the console's database.</summary>
/// <param name="World">The sandbox's state, read past every API.</param>
/// <param name="Run">The run that the case is about.</param>
/// <param name="Bindings">Which keys the console believes to serve which clusters.</param>
/// <param name="Draft">The draft that it came from, or null when it is gone.</param>
/// <param name="Fault">What befell the write.</param>
internal sealed record Findings(World World, Run Run, IReadOnlyList<RunEvent> Journal, IReadOnlyList<KeyBinding> Bindings, ClusterDraft? Draft, Fault Fault)
{
    public IEnumerable<ClusterRecord> LiveClusters => World.Clusters.All.Where(cluster => cluster.DeletedAt is null);

    /// <summary>
    /// Those that the console answers for: what a network made of one request by delivering it twice, and a person was told by name, is not its own.
    /// </summary>
    public IEnumerable<ClusterRecord> OwnClusters => LiveClusters.Where(cluster =>
        Fault is not Fault.Duplicated || cluster.Id == Run.Facts.ClusterId || !Journal.Any(line => line.IsWarning && line.Text.Contains(cluster.Id, StringComparison.Ordinal)));

    public KeyRecord Key => World.Keys.Find(KeyRecord.IdOf(Worlds.VaultName, Worlds.KeyName))!;

    public IEnumerable<RegistrationRecord> Registrations => World.Registrations.All.Where(one => one.KeyId == Worlds.KeyText);

    /// <summary>Roles that applications of Confluent's have at the vault.</summary>
    public IEnumerable<AssignmentRecord> Assignments
        => World.Assignments.All.Where(one => one.Scope.Equals(Worlds.VaultText, StringComparison.OrdinalIgnoreCase));
}
