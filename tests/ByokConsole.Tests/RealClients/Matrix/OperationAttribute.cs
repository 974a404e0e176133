namespace ByokConsole.Tests.RealClients.Matrix;

/// <summary>What a test proves with a client. The table of <c>docs/sandbox.md</c> is made of these.</summary>
/// <param name="operation">One of <see cref="Operations"/>.</param>
/// <param name="client">Who does it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OperationAttribute(string operation, Client client) : Attribute
{
    public string Name { get; } = operation;

    public Client Client { get; } = client;

    /// <summary>What is not as with the cloud, and why; null when nothing is.</summary>
    public string? Differs { get; init; }
}
