namespace ByokConsole.Core.Preflight;

/// <summary>The thing a check is about; the list is shown in these groups.</summary>
public enum CheckGroup
{
    Vault,
    Key,
    Access,
}
