using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>Deletes registrations. Every one is looked for first: a mistyped id must not leave the work half done.</summary>
internal sealed class KeyDeleteCommand : ConsoleCommand
{
    private readonly Argument<string[]> _keys = new("id") { Description = "The registered keys, cck-\u2026", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _force = ForceOption.Create();

    public KeyDeleteCommand()
        : base("delete", "Delete registrations that are free; the keys in Azure are not touched", "cck-n0gr4", "cck-n0gr4 cck-an4l1 --force")
    {
        _keys.Validators.Add(result => result.AddErrors(result.Tokens, KeyArgument.Prefix));
        Arguments.Add(_keys);
        Options.Add(_force);
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var ids = parse.GetRequiredValue(_keys).Distinct().ToList();
        foreach (var id in ids)
            await session.Console.GetAsync(Address.Of("keys", id), WireJson.Default.KeyDetails, cancellationToken);
        await ForceOption.RequireConsentAsync(session, parse.GetValue(_force), $"Delete {string.Join(", ", ids)}?", cancellationToken);
        foreach (var id in ids)
        {
            await session.Console.DeleteAsync(Address.Of("keys", id), cancellationToken);
            session.Talk.Say($"Deleted {id}.");
        }
        return ExitCode.Done;
    }
}
