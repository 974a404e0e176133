using System.CommandLine;
using System.Text.Json.Nodes;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>A key by its three fields, and what is said about it: for registering it, and for checking it before.</summary>
internal sealed class KeyOptions
{
    public Option<string> Vault { get; } = new("--key-vault") { Description = "Resource ID of the vault (/subscriptions/\u2026)", HelpName = "id" };

    public Option<string> Tenant { get; } = new("--tenant") { Description = "Tenant of the vault, a GUID", HelpName = "guid" };

    public Option<string> Region { get; } = new("--region") { Description = "Region of the cluster that is to use it, such as westeurope", HelpName = "region" };

    public Option<bool> MaterialGenerated { get; } = CreateAttestation();

    /// <summary>Azure does not tell where a key came from, so a person has to.</summary>
    public static Option<bool> CreateAttestation()
        => new("--material-generated") { Description = "You attest that the key was generated in the vault, not imported" };

    public void AddTo(Command command)
    {
        command.Options.Add(Vault);
        command.Options.Add(Tenant);
        command.Options.Add(Region);
        command.Options.Add(MaterialGenerated);
    }

    public JsonObject Body(ParseResult parse, string? keyId) => Api.Body.Of(
        ("key_id", keyId), ("key_vault_id", parse.GetValue(Vault)), ("tenant_id", parse.GetValue(Tenant)), ("region", parse.GetValue(Region)),
        ("material_generated", parse.GetValue(MaterialGenerated)));
}
