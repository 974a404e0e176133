namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>KeyUpdateParameters of keys.json 7.6: only what is sent changes.</summary>
internal sealed record WireUpdateKey(WireUpdateKey.KeySwitch Attributes)
{
    internal sealed record KeySwitch(bool Enabled);
}
