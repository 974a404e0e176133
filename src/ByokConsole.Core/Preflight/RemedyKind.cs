namespace ByokConsole.Core.Preflight;

/// <summary>What a page does with a remedy.</summary>
public enum RemedyKind
{
    /// <summary>Shows a shell-quoted command to copy.</summary>
    Command,
    SetRegion,
    SetTenant,
    SetVaultResourceId,
    SetKeyIdentifier,

    /// <summary>Opens Browse, filtered to a region.</summary>
    BrowseVaults,

    /// <summary>Offers to create a compliant key in the vault.</summary>
    CreateKey,

    /// <summary>Takes the person to the grant part of the page.</summary>
    Grant,

    /// <summary>Asks the question again.</summary>
    TryAgain,

    /// <summary>The person says that the key was generated in the vault.</summary>
    Attest,
}
