namespace ByokConsole.Adapters.AzureCloud.Wire;

/// <summary>KeyAttributes of keys.json 7.6; times are whole seconds since 1970, and absent ones are omitted.</summary>
internal sealed record WireKeyAttributes(
    bool? Enabled, long? Nbf, long? Exp, long? Created, long? Updated, string? RecoveryLevel, int? RecoverableDays);
