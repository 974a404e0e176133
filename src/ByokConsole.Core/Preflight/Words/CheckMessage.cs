namespace ByokConsole.Core.Preflight.Words;

/// <summary>What a check says when it does not pass, part by part: each can be reviewed, and is shown where somebody needs it.</summary>
/// <param name="What">What is, and of which resource: one or two sentences.</param>
/// <param name="Do">What to do about it; empty when there is nothing to do.</param>
public sealed record CheckMessage(string What, string Do)
{
    /// <summary>What it means for the data of the cluster that is bound to the key, or null when it means nothing.</summary>
    public string? Means { get; init; }

    /// <summary>How long it takes until what was done shows, or null when it shows at once.</summary>
    public string? Takes { get; init; }

    /// <summary>The finding that says this.</summary>
    public CheckResult As(CheckName check, CheckState state) => new(check, state, $"{What} {Do}".Trim()) { Means = Means, Takes = Takes };
}
