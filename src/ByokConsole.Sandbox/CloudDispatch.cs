using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.Control;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Graph;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.KeyVault;
using ByokConsole.Sandbox.Metrics;
using ByokConsole.Sandbox.Proxy;
using ByokConsole.Sandbox.ResourceManager;

namespace ByokConsole.Sandbox;

/// <summary>Which host answers a call.</summary>
internal static class CloudDispatch
{
    public static Layer Over(
        EntraCloud entra, ResourceManagerCloud arm, GraphCloud graph, KeyVaultCloud vaults, ConfluentCloudFront confluent,
        MetricsCloud metrics, ControlCloud control)
        => (call, cancellationToken) => call.Host switch
        {
            ServedHosts.Entra => entra.AnswerAsync(call, cancellationToken),
            ServedHosts.ResourceManager => arm.AnswerAsync(call, cancellationToken),
            ServedHosts.Graph => graph.AnswerAsync(call, cancellationToken),
            ServedHosts.ConfluentCloud => confluent.AnswerAsync(call, cancellationToken),
            ServedHosts.Control => control.AnswerAsync(call, cancellationToken),
            ServedHosts.Telemetry => Task.FromResult(metrics.Answer(call)),
            _ => vaults.AnswerAsync(call, cancellationToken),
        };
}
