using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace ByokConsole.Tests.RealClients.JavaScript;

/// <summary>What the tests with Microsoft's JavaScript libraries have in common. A test is a script, and what it must have told.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Not a collection of tests.")]
public abstract class JavaScriptTests(RealClientSandbox sandbox) : RealClientTests(sandbox)
{
    protected Task<JsonNode> TellAsync(string script) => JavaScriptSdk.RunAsync(Sandbox.Server.EnvFile, script);

    protected static void Same(string expected, JsonNode? actual) => Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual?.ToJsonString());
}
