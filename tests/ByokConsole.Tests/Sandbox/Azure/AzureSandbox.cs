namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>The sandbox that the tests of its Azure side share.</summary>
public sealed class AzureSandbox : SeededSandbox
{
    public const string Name = "The sandbox's Azure side";
}

/// <summary>The classes that share it run one after another.</summary>
[CollectionDefinition(AzureSandbox.Name)]
public sealed class AzureSandboxTests : ICollectionFixture<AzureSandbox>;
