namespace ByokConsole.Core.Drafts;

/// <summary>A field of the wizard. Validators, checks and a cloud's rejection all point at one of these.</summary>
public enum DraftField
{
    ClusterType,
    Cku,
    Region,
    Availability,
    Networking,
    Network,
    Encryption,
    Registration,
    VaultResourceId,
    KeyIdentifier,
    TenantId,
    MaterialGenerated,
    DisplayName,
    Acknowledgement,
}
