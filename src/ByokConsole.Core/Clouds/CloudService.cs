namespace ByokConsole.Core.Clouds;

/// <summary>The services the console talks to; every fault names the one that answered.</summary>
public enum CloudService
{
    Entra,
    ResourceManager,
    Graph,
    KeyVault,
    ConfluentCloud,
}
