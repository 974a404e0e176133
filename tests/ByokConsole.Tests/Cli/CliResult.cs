using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Cli;

/// <summary>How one invocation of <c>byok</c> ended.</summary>
public sealed record CliResult(int ExitCode, string Output, string Errors)
{
    /// <summary>What it printed with <c>-o json</c>.</summary>
    public JsonNode Json => JsonNode.Parse(Output)!;

    /// <summary>The problem that it printed with <c>-o json</c>: all of stderr, and nothing else on it.</summary>
    public JsonNode Problem => JsonNode.Parse(Errors)!;

    /// <summary>It ended so; what it said is in the failure otherwise.</summary>
    public CliResult Ends(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Ended with {ExitCode} in place of {exitCode}.\nstdout: {Output}\nstderr: {Errors}");
        return this;
    }
}
