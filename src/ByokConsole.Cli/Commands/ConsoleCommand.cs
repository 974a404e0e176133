using System.CommandLine;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands;

/// <summary>A command that talks to the console: parse, call, print, give the exit code.</summary>
internal abstract class ConsoleCommand : Command, IHasExamples
{
    protected ConsoleCommand(string name, string description, string example, params string[] more)
        : base(name, description)
    {
        Examples = [example, .. more];
        SetAction(async (parse, cancellationToken) =>
        {
            using var session = Session.Open(parse);
            return await RunAsync(session, parse, cancellationToken);
        });
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Examples { get; }

    protected abstract Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken);

    /// <summary>For commands that print data.</summary>
    protected void HasOutput() => Options.Add(OutputOption.Instance);
}
