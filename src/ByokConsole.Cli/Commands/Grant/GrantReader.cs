using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands.Grant;

/// <summary>Reads where a grant stands, and prints it.</summary>
internal static class GrantReader
{
    public static Task<Reading<GrantStatus>> ReadAsync(Session session, string id, CancellationToken cancellationToken)
        => session.Console.GetAsync($"{Address.Of("keys", id)}/grant", WireJson.Default.GrantStatus, cancellationToken);

    public static void Print(Session session, Reading<GrantStatus> grant)
    {
        session.Out.One(grant, GrantColumns.OfOne);
        if (session.Out.IsHuman)
            session.Out.Text(CheckLines.Of(grant.Value.Checks));
    }
}
