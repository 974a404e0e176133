namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>DeletedKeyBundle of keys.json 7.6; dates are whole seconds since 1970.</summary>
internal sealed record WireDeletedKey(WireJsonWebKey? Key, long? DeletedDate, long? ScheduledPurgeDate);
