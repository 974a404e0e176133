namespace ByokConsole.Core.Vaults;

/// <summary>What a key version means to the cluster.</summary>
public enum VersionUse
{
    /// <summary>New data keys are wrapped with it.</summary>
    Newest,
    /// <summary>It was the newest for a part of the cluster's life: data written then needs it.</summary>
    Keep,
    /// <summary>It was replaced before the cluster was made.</summary>
    BeforeCluster,
}
