using ByokConsole.Core.AsCode.Grants;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Tests.Core.AsCode.Grants;

/// <summary>Grants to write down.</summary>
internal static class GrantSamples
{
    public static readonly Guid Principal = Guid.Parse("b41e0f0e-5d0b-4a57-9c0c-2f6d8e1a7c33");

    public static readonly GrantTarget Plain = new(
        VaultResourceId.Create(Guid.Parse("6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11"), "rg-streaming", "kv-orders-eus"),
        Guid.Parse("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11"),
        Guid.Parse("7d1f0b52-36c4-4a7e-93c8-0e52f1c9a2c9"));

    /// <summary>As far as Azure lets a group's name go: brackets, dots, and letters of any alphabet.</summary>
    public static readonly GrantTarget Odd = Plain with { Vault = VaultResourceId.Create(Plain.Vault.SubscriptionId, "RG_Größe.(日本)-1", "KV-Orders") };
}
