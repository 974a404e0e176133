namespace ByokConsole.Core.KeyHealth;

/// <summary>What will happen to a key by itself.</summary>
public enum NextKeyEvent
{
    /// <summary>Key Vault makes a new version.</summary>
    Rotation,

    /// <summary>Nothing new can be wrapped any more.</summary>
    Expiry,

    /// <summary>Confluent lets the registration go.</summary>
    Release,
}
