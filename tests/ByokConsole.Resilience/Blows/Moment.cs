namespace ByokConsole.Resilience.Blows;

/// <summary>Where in a write the console is struck.</summary>
public enum Moment
{
    /// <summary>The request is ready and never leaves.</summary>
    BeforeSend,

    /// <summary>The cloud has carried it out (or refused it), and the reply is on its way.</summary>
    AfterSend,

    /// <summary>The reply was read, and nothing of it is in the journal.</summary>
    AfterReply,

    /// <summary>Nowhere: only the fault befalls it.</summary>
    Spared,

    /// <summary>A write of the console's own database, before it is committed.</summary>
    BeforeCommit,

    /// <summary>The same, committed, before anything follows from it.</summary>
    AfterCommit,
}
