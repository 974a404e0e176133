namespace ByokConsole.Cli.Commands;

/// <summary>A command whose help shows how it is used.</summary>
internal interface IHasExamples
{
    /// <summary>Arguments only: the command's own words are put before them, as it is reached by more than one way.</summary>
    IReadOnlyList<string> Examples { get; }
}
