namespace ByokConsole.Adapters.Sandboxes;

/// <summary>How the sandbox's clouds behave; each of them as the control host names it.</summary>
public sealed record SandboxSettings
{
    /// <summary>Seconds until a new role assignment counts.</summary>
    public int PropagationSeconds { get; init; }

    /// <summary>Seconds until a new cluster is up.</summary>
    public int ProvisioningSeconds { get; init; }

    /// <summary>Seconds after which Confluent tries a registration again that is not valid.</summary>
    public int ValidationSeconds { get; init; }

    /// <summary>Seconds that a key's deletion or recovery takes.</summary>
    public int KeySettlingSeconds { get; init; }

    /// <summary>Seconds that the name of a new vault takes to come into the DNS.</summary>
    public int VaultSettlingSeconds { get; init; }

    /// <summary>Calls that Confluent's control plane answers in a minute.</summary>
    public int CallsPerMinute { get; init; }

    /// <summary>Operations with short keys that a vault does in ten seconds.</summary>
    public int KeyOperationsIn10Seconds { get; init; }

    /// <summary>Keys that a vault makes in ten seconds.</summary>
    public int KeyCreationsIn10Seconds { get; init; }

    /// <summary>Reads that Resource Manager answers a caller at once.</summary>
    public int ArmReadsAtOnce { get; init; }

    /// <summary>Writes that it takes at once.</summary>
    public int ArmWritesAtOnce { get; init; }

    /// <summary>Deletions that it takes at once.</summary>
    public int ArmDeletesAtOnce { get; init; }
}
