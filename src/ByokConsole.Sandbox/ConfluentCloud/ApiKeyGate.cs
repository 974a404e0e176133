using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>The one Cloud API key of the sandbox, which all of Confluent's hosts ask for by HTTP Basic.</summary>
public sealed class ApiKeyGate(SecretBox secrets)
{
    public bool Admits(string? authorization)
    {
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SeededIds.ConfluentApiKey}:{secrets.Derive("confluent")}"));
        return AuthenticationHeaderValue.TryParse(authorization, out var given)
            && given.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.Parameter ?? ""), Encoding.UTF8.GetBytes(expected));
    }
}
