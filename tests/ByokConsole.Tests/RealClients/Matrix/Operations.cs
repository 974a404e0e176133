namespace ByokConsole.Tests.RealClients.Matrix;

/// <summary>What the clients do, in the order of the document's rows.</summary>
internal static class Operations
{
    public const string SignIn = "Entra: sign in with a client secret";
    public const string WrongSecret = "Entra: be refused for a wrong secret";

    public const string Subscriptions = "Resource Manager: subscriptions, locations, resource groups";
    public const string Vaults = "Resource Manager: list and get vaults";
    public const string NoVault = "Resource Manager: be told that there is no such vault";
    public const string MakeVault = "Resource Manager: create and change a vault";
    public const string PurgeProtection = "Resource Manager: turn purge protection on, and not off again";
    public const string Firewall = "Resource Manager: change a vault's firewall";
    public const string AccessPolicies = "Resource Manager: change access policies";
    public const string DeletedVaults = "Resource Manager: delete, list deleted, recover and purge a vault";
    public const string VaultName = "Resource Manager: ask whether a vault's name is free";
    public const string Definitions = "Resource Manager: read role definitions";
    public const string Assign = "Resource Manager: assign a role";
    public const string Assignments = "Resource Manager: list role assignments";
    public const string Unassign = "Resource Manager: delete a role assignment";
    public const string ActivityLog = "Resource Manager: read the activity log";

    public const string Principals = "Graph: create, show, list and delete a service principal";

    public const string MakeKey = "Key Vault: create, get and list keys";
    public const string ChangeKey = "Key Vault: update, rotate, list versions";
    public const string RotationPolicy = "Key Vault: get and put a rotation policy";
    public const string DeletedKeys = "Key Vault: delete, list deleted, recover, purge a key";
    public const string Wrap = "Key Vault: wrap and unwrap";
    public const string Encrypt = "Key Vault: encrypt and decrypt";
    public const string Sign = "Key Vault: sign and verify";
    public const string Refused = "Key Vault: be refused by right, firewall, state";
    public const string NoSuchVault = "Key Vault: ask a vault that does not exist";

    public const string Places = "Confluent Cloud: list and read environments and networks";
    public const string Registrations = "Confluent Cloud: register, list, read, rename and delete a key";
    public const string Clusters = "Confluent Cloud: create, list, read, rename and delete a cluster";
    public const string Http = "Confluent Cloud: over HTTP/1.1 and HTTP/2, at the root and below /api";
    public const string Unknown = "Confluent Cloud: be refused without a valid API key";

    public const string Wizard = "The wizard's snippet, pasted into bash as it is printed";
}
