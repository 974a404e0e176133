namespace ByokConsole.Core.Revocation;

/// <summary>What is to become of the vault key.</summary>
public enum KeyChoice
{
    Keep,

    /// <summary>Every version disabled; reversible.</summary>
    Disable,

    /// <summary>Soft-deleted; recoverable until the scheduled purge.</summary>
    Delete,
}
