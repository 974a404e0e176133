namespace ByokConsole.Web.Shared.Keys;

/// <summary>Addresses of keys. Ids come from addresses and clouds, so they are escaped.</summary>
public static class KeyLinks
{
    public const string List = "/keys";

    public static string Overview(string registrationId) => $"{List}/{Uri.EscapeDataString(registrationId)}";
}
