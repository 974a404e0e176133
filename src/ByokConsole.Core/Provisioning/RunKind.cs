namespace ByokConsole.Core.Provisioning;

/// <summary>What a run does. The names stand in the journal and never change.</summary>
public enum RunKind
{
    CreateCluster,
    RegisterKey,
    GrantAccess,

    /// <summary>Takes Confluent's access away: clients stopped, cluster deleted, vault key kept, disabled or deleted, grants removed.</summary>
    RevokeAccess,

    /// <summary>Deletes a cluster and leaves its key alone.</summary>
    DeleteCluster,

    /// <summary>The way back after a revocation: recovers or re-enables the vault key and puts the grants back.</summary>
    RestoreKey,

    /// <summary>Puts the grant of a key in use back after somebody took it away.</summary>
    RestoreGrants,
}
