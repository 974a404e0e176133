using System.Text.Json.Nodes;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>A registration as byok/v1 writes it: flat, without spec and status.</summary>
internal static class RegistrationShape
{
    public static JsonObject Write(RegistrationRecord record, string state)
    {
        var json = new JsonObject
        {
            ["api_version"] = "byok/v1",
            ["kind"] = "Key",
            ["id"] = record.Id,
            ["metadata"] = ConfluentObjects.Metadata($"byok/v1/keys/{record.Id}", ConfluentObjects.KeyName(record.Id), record.CreatedAt),
            ["key"] = Key(record),
            ["provider"] = "Azure",
            ["state"] = state,
            ["validation"] = Validation(record),
        };
        if (record.DisplayName is not null)
            json["display_name"] = record.DisplayName;
        return json;
    }

    public static JsonObject Key(RegistrationRecord record) => new()
    {
        ["kind"] = "AzureKey",
        ["application_id"] = record.ApplicationId,
        ["key_id"] = record.KeyId,
        ["key_vault_id"] = record.KeyVaultId,
        ["tenant_id"] = record.TenantId.ToString(),
    };

    private static JsonObject Validation(RegistrationRecord record)
    {
        var json = new JsonObject { ["phase"] = record.Phase, ["since"] = ConfluentObjects.Date(record.Since) };
        if (record.Message is not null)
            json["message"] = record.Message;
        if (record.Region is not null)
            json["region"] = record.Region;
        return json;
    }
}
