using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;

namespace ByokConsole.Sandbox.RequestLog;

/// <summary>Whose credential a request bears, for one that never reaches the cloud which would tell.</summary>
internal sealed class Callers(TokenAuthority tokens, ApiKeyGate gate)
{
    /// <summary>Null where it bears none that is valid.</summary>
    public async Task<string?> FindAsync(Call call)
    {
        var credential = call.Header("Authorization");
        return gate.Admits(credential)
            ? SeededIds.ConfluentApiKey
            : (await tokens.JudgeAsync(credential, EntraCloud.Resources)).Caller?.ObjectId.ToString();
    }
}
