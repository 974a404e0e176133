using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Commands.Key;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands.Grant;

/// <summary>Where a grant stands, or the text that gives it in a language of choice.</summary>
internal sealed class GrantShowCommand : ConsoleCommand
{
    private readonly Argument<string> _key = KeyArgument.Create();
    private readonly WordOption _form = new("--as", ["az", "powershell", "bicep", "terraform", "rest"]) { Description = "Print what gives the grant, in this language" };

    public GrantShowCommand()
        : base("show", "Show where the grant of a registered key stands, or what gives it", "cck-n0gr4", "cck-n0gr4 --as az")
    {
        Arguments.Add(_key);
        Options.Add(_form);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var id = parse.GetRequiredValue(_key);
        if (parse.GetValue(_form) is { } form)
            session.Out.Text(await session.Console.TextAsync(HttpMethod.Get, Address.Of("keys", id, "grant", form), null, cancellationToken));
        else
            GrantReader.Print(session, await GrantReader.ReadAsync(session, id, cancellationToken));
        return ExitCode.Done;
    }
}
