using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Resilience.Scenarios;

/// <summary>What there is at the end, in the sandbox's own state and in the console's database.</summary>
/// <param name="World">The sandbox's state, read past every API.</param>
/// <param name="Run">The run that the case is about.</param>
/// <param name="Bindings">Which keys the console believes to serve which clusters.</param>
/// <param name="Draft">The draft that it came from, or null when it is gone.</param>
internal sealed record Findings(World World, Run Run, IReadOnlyList<KeyBinding> Bindings, ClusterDraft? Draft)
{
    public IEnumerable<ClusterRecord> LiveClusters => World.Clusters.All.Where(cluster => cluster.DeletedAt is null);

    public KeyRecord Key => World.Keys.Find(KeyRecord.IdOf(Worlds.VaultName, Worlds.KeyName))!;

    public IEnumerable<RegistrationRecord> Registrations => World.Registrations.All.Where(one => one.KeyId == Worlds.KeyText);

    /// <summary>Roles that applications of Confluent's have at the vault.</summary>
    public IEnumerable<AssignmentRecord> Assignments
        => World.Assignments.All.Where(one => one.Scope.Equals(Worlds.VaultText, StringComparison.OrdinalIgnoreCase));
}
