using System.Text.Json;
using ByokConsole.Adapters.ConfluentCloud.Wire;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>Shapes of byok/v1 as the domain's. Words of open sets are kept as they came.</summary>
internal static class KeyRegistrationShapes
{
    /// <summary>The one-of's discriminator; the provider is called "Azure" elsewhere.</summary>
    private const string AzureKey = "AzureKey";

    public static KeyRegistration Registration(WireKey wire)
    {
        var key = wire.Key ?? throw new JsonException("The registration has no key.");
        var isAzure = string.Equals(key.Kind, AzureKey, StringComparison.OrdinalIgnoreCase);
        return new()
        {
            Id = wire.Id ?? throw new JsonException("The registration has no id."),
            DisplayName = string.IsNullOrEmpty(wire.DisplayName) ? null : wire.DisplayName,
            Key = isAzure && KeyIdentifier.TryParse(key.KeyId, out var id) ? id : null,
            KeyText = key.KeyId ?? key.KeyArn ?? "",
            Vault = VaultResourceId.TryParse(key.KeyVaultId, out var vault) ? vault : null,
            TenantId = Guid.TryParse(key.TenantId, out var tenant) ? tenant : null,
            ApplicationId = Guid.TryParse(key.ApplicationId, out var application) ? application : null,
            Provider = wire.Provider ?? "",
            State = wire.State ?? "",
            Validation = wire.Validation is { Phase: { } phase } validation
                ? new(phase, validation.Since, validation.Message, validation.Region)
                : null,
            CreatedAt = wire.Metadata?.CreatedAt,
        };
    }

    public static WireNewKey Body(NewKeyRegistration registration)
        => new(
            registration.DisplayName,
            // Rotation makes new versions, and Confluent follows them by the identifier without one.
            new(AzureKey, registration.Key.Versionless.ToString(), registration.Vault.ToString(), registration.TenantId.ToString()));
}
