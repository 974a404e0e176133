using System.Text.Json.Nodes;

namespace ByokConsole.Tests.RealClients;

/// <summary>How a client's program ended, and what it wrote.</summary>
public sealed record Ran(int Code, string Output, string Errors)
{
    /// <summary>What it wrote, as JSON; asserts that it ended well.</summary>
    public JsonNode Json => JsonNode.Parse(Succeeds().Output) ?? throw new InvalidOperationException("It wrote nothing.");

    public Ran Succeeds()
    {
        Assert.True(Code == 0, $"It ended with {Code}: {Errors}\n{Output}");
        return this;
    }

    /// <summary>Asserts that it failed, and that its words hold these.</summary>
    public void Fails(string words)
    {
        Assert.NotEqual(0, Code);
        Assert.Contains(words, Errors, StringComparison.Ordinal);
    }
}
