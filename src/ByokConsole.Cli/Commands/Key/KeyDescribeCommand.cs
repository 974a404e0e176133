using System.CommandLine;
using ByokConsole.Cli.Api;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>One registered key, read now from both clouds.</summary>
internal sealed class KeyDescribeCommand : ConsoleCommand
{
    private readonly Argument<string> _key = KeyArgument.Create();

    public KeyDescribeCommand()
        : base("describe", "Show a registered key, read now from both clouds", "cck-st4g1", "cck-st4g1 -o yaml")
    {
        Arguments.Add(_key);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var id = parse.GetRequiredValue(_key);
        var key = await session.Console.GetAsync(Address.Of("keys", id), WireJson.Default.KeyDetails, cancellationToken);
        session.Out.One(key, KeyColumns.OfDetails);
        NextSteps.OfKey(session.Talk, key.Value.Registration);
        return ExitCode.Done;
    }
}
