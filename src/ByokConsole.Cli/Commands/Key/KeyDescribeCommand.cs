using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>One registered key, read now from both clouds.</summary>
internal sealed class KeyDescribeCommand : ConsoleCommand
{
    private readonly Argument<string> _key = KeyArgument.Create();

    private readonly WordOption _form = CodeOption.Create("Print the cluster that it serves, with the key and its grants, for this tool");

    public KeyDescribeCommand()
        : base("describe", "Show a registered key, read now from both clouds", "cck-st4g1", "cck-st4g1 -o yaml", "cck-st4g1 --as terraform")
    {
        Arguments.Add(_key);
        Options.Add(_form);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var path = Address.Of("keys", parse.GetRequiredValue(_key));
        if (await CodeOption.PrintAsync(session, parse, _form, path, null, cancellationToken))
            return ExitCode.Done;
        var key = await session.Console.GetAsync(path, WireJson.Default.KeyDetails, cancellationToken);
        session.Out.One(key, KeyColumns.OfDetails);
        NextSteps.OfKey(session.Talk, key.Value.Registration);
        return ExitCode.Done;
    }
}
