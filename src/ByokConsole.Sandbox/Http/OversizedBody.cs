using System.Text.Json.Nodes;
using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.Control;
using ByokConsole.Sandbox.KeyVault;
using ByokConsole.Sandbox.Metrics;
using ByokConsole.Sandbox.Proxy;

namespace ByokConsole.Sandbox.Http;

/// <summary>Refuses a body larger than any the clouds take, in the words of the host that it was sent to.</summary>
internal static class OversizedBody
{
    private const string Message = "The request body is too large. The maximum size is 1 MB.";

    public static Reply Refuse(string host) => host switch
    {
        ServedHosts.ConfluentCloud => ConfluentErrors.Of(413, "payload_too_large", Message),
        ServedHosts.Telemetry => MetricsErrors.Of(413, Message),
        ServedHosts.Control => ControlCloud.Error(413, Message),
        ServedHosts.Entra => new Reply(413, new JsonObject { ["error"] = "invalid_request", ["error_description"] = Message }),
        _ => VaultErrors.Of(413, "RequestEntityTooLarge", Message),
    };
}
