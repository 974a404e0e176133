using System.CommandLine;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Options;

/// <summary><c>-o</c>, on every command that has something to print.</summary>
internal static class OutputOption
{
    public static Option<string> Instance { get; } = new WordOption("--output", ["human", "json", "yaml"], "-o")
    {
        Description = "Form of what is printed",
        DefaultValueFactory = _ => "human",
    };

    /// <summary>The form asked for; also where the command line is wrong otherwise, so that the error comes in it.</summary>
    public static OutputFormat Of(ParseResult parse)
        => parse.GetResult(Instance) is { Errors: var errors } && !errors.Any() && Enum.TryParse<OutputFormat>(parse.GetValue(Instance), true, out var format)
            ? format
            : OutputFormat.Human;
}
