namespace ByokConsole.Tests.Cli;

/// <summary>Tests that share one console: each leaves alone what the others look at.</summary>
[CollectionDefinition(Name)]
public sealed class CliCollection : ICollectionFixture<CliConsole>
{
    public const string Name = "byok against one console";
}
