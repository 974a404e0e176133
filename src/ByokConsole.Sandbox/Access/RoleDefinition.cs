using System.Text.RegularExpressions;

namespace ByokConsole.Sandbox.Access;

/// <summary>A built-in role: what it may do to resources (actions) and inside vaults (data actions). <c>*</c> spans slashes, case does not count.</summary>
public sealed record RoleDefinition(Guid Id, string Name, IReadOnlyList<string> Actions, IReadOnlyList<string> NotActions, IReadOnlyList<string> DataActions)
{
    private const string Vaults = "Microsoft.KeyVault/vaults/";

    public static RoleDefinition Owner { get; } = new(Guid.Parse("8e3af657-a8ff-443c-a75c-2fe8c4bcb635"), "Owner", ["*"], [], []);

    public static RoleDefinition CryptoOfficer { get; } = new(
        Guid.Parse("14b46e9e-c2b7-41b4-b07b-48a6ebf60603"), "Key Vault Crypto Officer", [Vaults + "read"], [], [Vaults + "keys/*", Vaults + "keyrotationpolicies/*"]);

    public static RoleDefinition CryptoServiceEncryptionUser { get; } = new(
        Guid.Parse("e147488a-f6f5-4113-8e2d-b22465e65bf6"), "Key Vault Crypto Service Encryption User", [], [],
        [Vaults + "keys/read", Vaults + "keys/wrap/action", Vaults + "keys/unwrap/action"]);

    public static RoleDefinition VaultReader { get; } = new(
        Guid.Parse("21090545-7ca7-4776-b22c-e363652d74d2"), "Key Vault Reader", [Vaults + "read"], [],
        [Vaults + "*/read", Vaults + "secrets/readMetadata/action"]);

    /// <summary>Every role the sandbox knows, by the reference's table.</summary>
    public static IReadOnlyList<RoleDefinition> All { get; } =
    [
        Owner,
        new(Guid.Parse("b24988ac-6180-42a0-ab88-20f7382dd24c"), "Contributor", ["*"], ["Microsoft.Authorization/*/write", "Microsoft.Authorization/*/delete"], []),
        new(Guid.Parse("acdd72a7-3385-48ef-bd42-f606fba81ae7"), "Reader", ["*/read"], [], []),
        new(Guid.Parse("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"), "User Access Administrator", ["*/read", "Microsoft.Authorization/*"], [], []),
        CryptoServiceEncryptionUser,
        VaultReader,
        CryptoOfficer,
        new(Guid.Parse("12338af0-0e69-4776-bea7-57ae8d297424"), "Key Vault Crypto User", [], [],
            [.. ((string[])["read", "update/action", "backup/action", "encrypt/action", "decrypt/action", "wrap/action", "unwrap/action", "sign/action", "verify/action"]).Select(action => Vaults + "keys/" + action)]),
        new(Guid.Parse("00482a5a-887f-4fb3-b363-3b7fe8e74483"), "Key Vault Administrator", [Vaults + "read"], [], [Vaults + "*"]),
        new(Guid.Parse("08bbd89e-9f13-488c-ac41-acfcb10c90ab"), "Key Vault Crypto Service Release User", [], [], [Vaults + "keys/release/action"]),
        new(Guid.Parse("f25e0fa2-a7c8-4377-a976-54943a77a395"), "Key Vault Contributor", ["Microsoft.KeyVault/*"], [], []),
    ];

    // Read once: a vault asks them at every request.
    private readonly IReadOnlyList<Regex> _allowed = Read(Actions);
    private readonly IReadOnlyList<Regex> _excepted = Read(NotActions);
    private readonly IReadOnlyList<Regex> _data = Read(DataActions);

    public bool Allows(string action) => _allowed.Any(pattern => pattern.IsMatch(action)) && !_excepted.Any(pattern => pattern.IsMatch(action));

    public bool AllowsData(string action) => _data.Any(pattern => pattern.IsMatch(action));

    private static IReadOnlyList<Regex> Read(IReadOnlyList<string> patterns) =>
    [
        .. patterns.Select(pattern => new Regex(
            $@"\A{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}\z",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)),
    ];
}
