namespace ByokConsole.Web.Api.Runs;

/// <summary>An answer to the question that a run asks.</summary>
public sealed record AnswerToRun
{
    /// <summary>The question's <c>mark</c>.</summary>
    public required string Mark { get; init; }

    /// <summary>Id of the choice.</summary>
    public required string Choice { get; init; }

    /// <summary>What has to be typed with it.</summary>
    public string? Text { get; init; }

    /// <summary>Ids of the options that are ticked.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}
