using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace ByokConsole.Cli.Commands;

/// <summary>The usual help, and behind it examples; for <c>byok</c> itself the exit codes as well.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Who asks for help has not given all yet.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (command is IHasExamples { Examples: { Count: > 0 } examples })
        {
            var words = WordsOf(parseResult);
            output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var example in examples)
                output.WriteLine($"  {$"{words} {example}".TrimEnd()}");
            output.WriteLine();
        }
        if (command is RootCommand)
            output.WriteLine(ExitCode.Explained);
        return Cli.ExitCode.Done;
    }

    /// <summary>"byok key create", as it was typed.</summary>
    public static string WordsOf(ParseResult parse)
    {
        List<string> words = [];
        for (var result = parse.CommandResult; result is not null; result = result.Parent as CommandResult)
            words.Insert(0, result.Command is RootCommand ? ByokProgram.Name : result.Command.Name);
        return string.Join(' ', words);
    }
}
