using System.CommandLine;
using System.CommandLine.Parsing;
using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli.Commands;

/// <summary>Says what is wrong with a command line, all of it, and where the right one is shown.</summary>
internal static class WrongUsage
{
    private const string Code = "wrong_usage";

    public static CommandFailure Of(ParseResult parse)
    {
        var unknown = UnknownWords(parse);
        // What is no word of the command is told once, and not what followed from it.
        var wrong = parse.Errors.Select(error => error.Message).Where(message => unknown.Count == 0 || !FollowsFrom(unknown, message))
            .Concat(unknown.Select(word => Unknown(word, parse))).Distinct().ToList();
        var help = $"{HelpWithExamples.WordsOf(parse)} --help shows how it is used.";
        return wrong is [var only]
            ? new CommandFailure(ExitCode.WrongUsage, Code, $"{(only.EndsWith('?') ? only : only.TrimEnd('.') + ".")} {help}")
            : new CommandFailure(ExitCode.WrongUsage, new Problem
            {
                Code = Code,
                Detail = $"The command line is wrong in several ways. {help}",
                Errors = [.. wrong.Select(message => new ProblemError { Code = Code, Detail = message })],
            });
    }

    public static CommandFailure Because(string detail) => new(ExitCode.WrongUsage, Code, detail);

    /// <summary>Words that name nothing here: options that do not exist, which would otherwise be taken for a value, and what is left over.</summary>
    private static List<string> UnknownWords(ParseResult parse)
    {
        var words = parse.Tokens.TakeWhile(token => token.Type is not TokenType.DoubleDash).ToList();
        // What stands behind an option that does not exist was meant for its value.
        return [.. words.Where((token, i) => token.Type is TokenType.Argument && (LooksLikeAnOption(token.Value)
            || (parse.UnmatchedTokens.Contains(token.Value) && (i == 0 || !IsUnknownOption(words[i - 1]))))).Select(token => token.Value).Distinct()];
    }

    private static bool IsUnknownOption(Token token) => token.Type is TokenType.Argument && LooksLikeAnOption(token.Value);

    /// <summary>A word that could not be placed is named in the library's message, or kept the command from being seen.</summary>
    private static bool FollowsFrom(List<string> unknown, string message)
        => unknown.Any(word => message.Contains(word, StringComparison.Ordinal)) || message.StartsWith("Required command", StringComparison.Ordinal)
            || message.StartsWith("Unrecognized", StringComparison.Ordinal);

    private static bool LooksLikeAnOption(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2;

    private static string Unknown(string word, ParseResult parse)
    {
        var isOption = word.StartsWith('-');
        var nearest = Guess.Of(word.Split('=')[0], isOption ? Options(parse) : Commands(parse));
        var what = isOption ? "option" : parse.CommandResult.Command.Subcommands.Count > 0 ? "command" : "word";
        return $"There is no {what} \u201c{word}\u201d here{(nearest is null ? "" : $". Did you mean {nearest}?")}";
    }

    private static IEnumerable<string> Commands(ParseResult parse)
        => parse.CommandResult.Command.Subcommands.Concat(parse.RootCommandResult.Command.Subcommands).Select(command => command.Name);

    private static IEnumerable<string> Options(ParseResult parse)
    {
        for (SymbolResult? result = parse.CommandResult; result is CommandResult command; result = result.Parent)
        {
            foreach (var option in command.Command.Options.Where(option => !option.Hidden && (option.Recursive || result == parse.CommandResult)))
                yield return option.Name;
        }
    }
}
