namespace ByokConsole.Core.KeyHealth;

/// <summary>How a registered key stands, in one word; worst first, so that the order sorts lists.</summary>
public enum KeyStanding
{
    /// <summary>A cluster is bound to it and a check fails: its data is in danger.</summary>
    Broken,

    /// <summary>A cluster is bound to it, and something needs a person before long.</summary>
    Warning,

    /// <summary>Time alone may bring it in force.</summary>
    Waiting,

    /// <summary>Its cluster was deleted; Confluent releases it five days later.</summary>
    Releasing,

    /// <summary>Whether it works cannot be seen from here.</summary>
    Unseen,

    /// <summary>Not checked yet.</summary>
    Unchecked,

    Healthy,

    /// <summary>Bound to no cluster, and free.</summary>
    Available,
}
