using ByokConsole.Core.Drafts;

namespace ByokConsole.Core.Provisioning;

/// <summary>A draft was handed over that its own page should not have let through: nothing was started.</summary>
public sealed class DraftIncompleteException : Exception
{
    public DraftIncompleteException()
        : this([])
    {
    }

    public DraftIncompleteException(string message)
        : base(message)
    {
    }

    public DraftIncompleteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DraftIncompleteException(IReadOnlyList<DraftProblem> problems)
        : base($"Nothing was started: {string.Join(" ", problems.Select(problem => problem.Message))}") => Problems = problems;

    /// <summary>What is missing or wrong.</summary>
    public IReadOnlyList<DraftProblem> Problems { get; } = [];
}
