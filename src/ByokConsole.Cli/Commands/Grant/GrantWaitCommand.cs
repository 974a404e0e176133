using System.CommandLine;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Commands.Key;
using ByokConsole.Cli.Options;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands.Grant;

/// <summary>Waits until Confluent has used the key: only then is a grant in force, whatever Azure lists.</summary>
internal sealed class GrantWaitCommand : ConsoleCommand
{
    /// <summary>Each look asks both clouds, whose limits are the organisation's.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly Argument<string> _key = KeyArgument.Create();
    private readonly DurationOption _timeout = new("--timeout", TimeSpan.FromMinutes(30)) { Description = "Longest wait" };

    public GrantWaitCommand()
        : base("wait", "Wait until the grant of a registered key is in force", "cck-n0gr4", "cck-n0gr4 --timeout 45m")
    {
        Arguments.Add(_key);
        Options.Add(_timeout);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var (id, start, said) = (parse.GetRequiredValue(_key), TimeProvider.System.GetTimestamp(), "");
        while (true)
        {
            var grant = await GrantReader.ReadAsync(session, id, cancellationToken);
            if (grant.Value.IsInForce)
            {
                GrantReader.Print(session, grant);
                return ExitCode.Done;
            }
            var news = $"{Words.Plain(grant.Value.Phase)}: {grant.Value.Explanation}".TrimEnd(' ', ':');
            if (news != said)
                session.Talk.Say(said = news);
            if (grant.Value.Phase is "refused")
                throw new CommandFailure(ExitCode.ChecksFailed, "grant_refused", $"Waiting alone will not bring the grant of {id} in force. {grant.Value.Explanation}");
            if (TimeProvider.System.GetElapsedTime(start) >= parse.GetValue(_timeout))
                throw new CommandFailure(ExitCode.Refused, "grant_not_in_force", $"The grant of {id} is not in force yet ({Words.Plain(grant.Value.Phase)}). {Advice(grant.Value)}");
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static string Advice(GrantStatus grant)
        => grant.Phase is "not_granted" ? $"Give it first: byok grant apply {grant.RegistrationId}" : $"To go on waiting: byok grant wait {grant.RegistrationId}";
}
