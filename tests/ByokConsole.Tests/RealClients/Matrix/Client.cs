namespace ByokConsole.Tests.RealClients.Matrix;

/// <summary>The clients that nobody here wrote, in the order of the document's columns.</summary>
public enum Client
{
    AzureCli,
    JavaScript,
    DotNet,
    Curl,
}
