using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Commands.Key;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands;

/// <summary>How keys stand: one with its checks, or all in a list. A failing check is told by the exit code, so that a scheduler can watch.</summary>
internal sealed class HealthCommand : ConsoleCommand
{
    private readonly Argument<string?> _key = new("id") { Description = "The registered key, cck-\u2026; without it, all keys", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _check = new("--check") { Description = "Ask every check now, in place of what the last round found" };

    public HealthCommand()
        : base("health", "Show how keys stand; exit code 4 when a check fails", "", "cck-st4g1", "cck-st4g1 --check -o json")
    {
        _key.Validators.Add(result => result.AddErrors(result.Tokens, KeyArgument.Prefix));
        Arguments.Add(_key);
        Options.Add(_check);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var isCheck = parse.GetValue(_check);
        return parse.GetValue(_key) is { } id
            ? Show(session, await ReadAsync(session, id, isCheck, cancellationToken))
            : await ShowAllAsync(session, isCheck, cancellationToken);
    }

    private static async Task<Reading<HealthReport>> ReadAsync(Session session, string id, bool isCheck, CancellationToken cancellationToken)
    {
        var path = $"{Address.Of("keys", id)}/health";
        try
        {
            return isCheck
                ? await session.Console.SendAsync(HttpMethod.Post, path, null, WireJson.Default.HealthReport, cancellationToken)
                : await session.Console.GetAsync(path, WireJson.Default.HealthReport, cancellationToken);
        }
        catch (CommandFailure unchecked_) when (unchecked_.Problem.Code is "not_checked_yet")
        {
            throw new CommandFailure(ExitCode.NotFound, unchecked_.Problem with
            {
                Detail = $"{id} was not checked yet: keys in use are, every few minutes. To check it now: byok health {id} --check",
            });
        }
    }

    private static int Show(Session session, Reading<HealthReport> report)
    {
        session.Out.One(report, HealthColumns.OfOne);
        if (session.Out.IsHuman)
            session.Out.Text(CheckLines.Of(report.Value.Checks));
        return report.Value.Checks.Any(check => check.State is "fail") ? ExitCode.ChecksFailed : ExitCode.Done;
    }

    private static async Task<int> ShowAllAsync(Session session, bool isCheck, CancellationToken cancellationToken)
    {
        var keys = await session.Console.ListAsync("keys", WireJson.Default.RegisteredKey, cancellationToken);
        if (isCheck)
        {
            foreach (var key in keys.Where(key => "Azure".Equals(key.Value.Provider, StringComparison.OrdinalIgnoreCase)))
                await ReadAsync(session, key.Value.Id, true, cancellationToken);
            keys = await session.Console.ListAsync("keys", WireJson.Default.RegisteredKey, cancellationToken);
        }
        session.Out.List(keys, HealthColumns.OfList);
        return keys.Any(key => key.Value.FailedChecks > 0) ? ExitCode.ChecksFailed : ExitCode.Done;
    }
}
