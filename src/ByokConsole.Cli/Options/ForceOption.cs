using System.CommandLine;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Options;

/// <summary><c>--force</c>: what takes something away asks before, unless this is said. Where nobody can be asked it has to be.</summary>
internal static class ForceOption
{
    public static Option<bool> Create() => new("--force") { Description = "Do not ask before deleting" };

    /// <exception cref="CommandFailure">Nobody can be asked, or they say no.</exception>
    public static async Task RequireConsentAsync(Session session, bool isForced, string question, CancellationToken cancellationToken)
    {
        if (isForced)
            return;
        if (!Terminal.CanAsk)
            throw new CommandFailure(ExitCode.AnswerNeeded, "answer_needed", $"{question} Nobody can be asked here. Say --force if you are sure; nothing was deleted.");
        if (!await Prompt.YesAsync(session.Talk, question, cancellationToken))
            throw new CommandFailure(ExitCode.Refused, "not_confirmed", "Nothing was deleted.");
    }
}
