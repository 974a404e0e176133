using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli.Commands.Cluster;

/// <summary>Reads a cluster and prints it, for people with the key that its registration stands for.</summary>
internal static class ClusterPrinter
{
    public static async Task PrintAsync(Session session, string environment, string id, CancellationToken cancellationToken)
    {
        var cluster = await session.Console.GetAsync(ClusterAddress.Of(environment, id), WireJson.Default.KafkaCluster, cancellationToken);
        var key = session.Out.IsHuman && cluster.Value.RegistrationId is { } registration ? await KeyAsync(session, registration, cancellationToken) : null;
        session.Out.One(new Reading<(KafkaCluster, string?)>((cluster.Value, key), cluster.Json), ClusterColumns.OfOne);
    }

    /// <summary>A cluster is there even where its key is not, and is shown all the same.</summary>
    private static async Task<string> KeyAsync(Session session, string registration, CancellationToken cancellationToken)
    {
        try
        {
            return (await session.Console.GetAsync(Address.Of("keys", registration), WireJson.Default.KeyDetails, cancellationToken)).Value.Registration.Identifier;
        }
        catch (CommandFailure unread) when (unread.ExitCode is not ExitCode.Unreachable)
        {
            return $"cannot be read: {unread.Problem.Code}";
        }
    }
}
