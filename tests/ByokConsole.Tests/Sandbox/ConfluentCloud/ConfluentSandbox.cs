namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

/// <summary>The sandbox that the tests of its Confluent side share.</summary>
public sealed class ConfluentSandbox : SeededSandbox
{
    public const string Name = "The sandbox's Confluent side";
}

/// <summary>The classes that share it run one after another.</summary>
[CollectionDefinition(ConfluentSandbox.Name)]
public sealed class ConfluentSandboxTests : ICollectionFixture<ConfluentSandbox>;
