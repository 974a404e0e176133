namespace ByokConsole.Sandbox.State;

/// <summary>The sandbox's own settings, of which there is one.</summary>
public sealed record SettingsRecord : IRecord
{
    public const string OnlyId = "settings";

    public string Id => OnlyId;

    /// <summary>How far the sandbox's clock runs ahead of real time.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>How long a role assignment takes to be effective.</summary>
    public TimeSpan PropagationDelay { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a cluster takes to come up.</summary>
    public TimeSpan ProvisioningTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Operations with keys of 2048 bits that a vault does in ten seconds: the published limit.</summary>
    public int KeyOperationsIn10Seconds { get; init; } = 4000;

    /// <summary>Keys that a vault makes in ten seconds, one in hardware counted twice: the published limit.</summary>
    public int KeyCreationsIn10Seconds { get; init; } = 20;

    /// <summary>Reads that Resource Manager answers a caller at once, of which a tenth comes back each second: the published limit, as the next two.</summary>
    public int ArmReadsAtOnce { get; init; } = 250;

    /// <summary>Writes that it takes at once, of which a twentieth comes back each second.</summary>
    public int ArmWritesAtOnce { get; init; } = 200;

    /// <summary>Deletions that it takes at once, of which a twentieth comes back each second.</summary>
    public int ArmDeletesAtOnce { get; init; } = 200;

    /// <summary>How long a key's deletion or recovery takes, during which it is found on neither side.</summary>
    public TimeSpan KeySettlingTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the name of a new vault takes to come into the DNS.</summary>
    public TimeSpan VaultSettlingTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Calls that Confluent Cloud's control plane answers in a minute. Production publishes no number; this one is wide enough for any honest
    /// client and narrow enough to stop one that spins.
    /// </summary>
    public int CallsPerMinute { get; init; } = 6000;

    /// <summary>How often a registration that is not valid is tried again.</summary>
    public TimeSpan ValidationInterval { get; init; } = TimeSpan.FromSeconds(2);
}
