using System.CommandLine;
using ByokConsole.Cli.Api;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>Gives a registered key another name.</summary>
internal sealed class KeyUpdateCommand : ConsoleCommand
{
    private readonly Argument<string> _key = KeyArgument.Create();
    private readonly Option<string> _name = new("--display-name") { Description = "Its new name", HelpName = "name", Required = true };

    public KeyUpdateCommand()
        : base("update", "Give a registered key another name", "cck-an4l1 --display-name analytics-2")
    {
        Arguments.Add(_key);
        Options.Add(_name);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var key = await session.Console.SendAsync(
            HttpMethod.Patch, Address.Of("keys", parse.GetRequiredValue(_key)), new() { ["display_name"] = parse.GetRequiredValue(_name) },
            WireJson.Default.RegisteredKey, cancellationToken);
        session.Out.One(key, KeyColumns.OfOne);
        NextSteps.OfKey(session.Talk, key.Value);
        return ExitCode.Done;
    }
}
