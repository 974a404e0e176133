namespace ByokConsole.Resilience.Mutations;

/// <summary>What is taken away from the console to see that the harness notices.</summary>
public enum Mutation
{
    None,

    /// <summary>Every look for what is there already finds nothing.</summary>
    NoLook,

    /// <summary>No intent reaches the journal.</summary>
    NoIntent,

    /// <summary>The journal takes writes of a worker whose run was taken over.</summary>
    NoFence,
}
