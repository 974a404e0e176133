namespace ByokConsole.Core.Grants;

/// <summary>Where a grant stands.</summary>
public enum GrantPhase
{
    /// <summary>Nothing can be said: the roles cannot be seen from here, or nothing was asked yet.</summary>
    Unknown,
    NotGranted,

    /// <summary>The roles are assigned; Azure is applying them.</summary>
    TakingEffect,

    /// <summary>Confluent has wrapped and unwrapped with the key.</summary>
    InForce,

    /// <summary>Waiting alone will not help.</summary>
    Refused,
}
