using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Commands.Key;
using ByokConsole.Cli.Runs;

namespace ByokConsole.Cli.Commands.Grant;

/// <summary>Gives a registration's application its two roles. Assigned is not yet in force; that is what <c>wait</c> is for.</summary>
internal sealed class GrantApplyCommand : ConsoleCommand
{
    private readonly Argument<string> _key = KeyArgument.Create();

    public GrantApplyCommand()
        : base("apply", "Give a registered key's application its two roles at the vault", "cck-n0gr4")
    {
        Arguments.Add(_key);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var id = parse.GetRequiredValue(_key);
        var started = (await RunStart.OrderAsync(session, $"{Address.Of("keys", id)}/grant", null, cancellationToken)).Value;
        RunEnd.Require((await new RunFollower(session).FollowAsync(started.Id, run => run.NeedsPerson, cancellationToken)).Value);
        var grant = await GrantReader.ReadAsync(session, id, cancellationToken);
        GrantReader.Print(session, grant);
        if (!grant.Value.IsInForce)
            session.Talk.Say($"\nThe roles are assigned; Azure takes minutes to apply them, seldom up to half an hour. To wait for it: byok grant wait {id}");
        return ExitCode.Done;
    }
}
