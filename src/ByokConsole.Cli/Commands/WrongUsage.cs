using System.CommandLine;
using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli.Commands;

/// <summary>Says what is wrong with a command line, all of it, and where the right one is shown.</summary>
internal static class WrongUsage
{
    private const string Code = "wrong_usage";

    public static CommandFailure Of(ParseResult parse)
    {
        var wrong = parse.Errors.Select(error => error.Message).Distinct().ToList();
        var help = $"{HelpWithExamples.WordsOf(parse)} --help shows how it is used.";
        return wrong is [var only]
            ? new CommandFailure(ExitCode.WrongUsage, Code, $"{only.TrimEnd('.')}. {help}")
            : new CommandFailure(ExitCode.WrongUsage, new Problem
            {
                Code = Code,
                Detail = $"The command line is wrong in several ways. {help}",
                Errors = [.. wrong.Select(message => new ProblemError { Code = Code, Detail = message })],
            });
    }

    public static CommandFailure Because(string detail) => new(ExitCode.WrongUsage, Code, detail);
}
