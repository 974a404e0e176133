namespace ByokConsole.Cli.Runs;

/// <summary>An answer that was given before the question: by an option of the command.</summary>
/// <param name="Choice">Id of the choice.</param>
/// <param name="Option">What a person says on the command line to give it; shown where it is missing.</param>
internal sealed record PreparedAnswer(string Choice, string Option)
{
    /// <summary>False for an answer that may be given and was not.</summary>
    public bool IsGiven { get; init; }

    /// <summary>What is typed with it, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Ids of the boxes that are ticked.</summary>
    public IReadOnlyList<string> Ticked { get; init; } = [];
}
