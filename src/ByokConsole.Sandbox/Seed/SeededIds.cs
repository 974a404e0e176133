namespace ByokConsole.Sandbox.Seed;

/// <summary>The ids of the seeded world that documentation and tests rely on.</summary>
public static class SeededIds
{
    public static readonly Guid Tenant = Guid.Parse("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11");
    public static readonly Guid Subscription = Guid.Parse("6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11");
    public const string SubscriptionName = "Streaming";
    public const string Group = "rg-streaming";

    /// <summary>The operator's application: the principal of <c>sandbox.env</c>.</summary>
    public const string OperatorApp = "b9a1c0de-0000-4000-8000-000000000001";
    public static readonly Guid OperatorPrincipal = Guid.Parse("b9a1c0de-0000-4000-8000-0000000000f1");

    public const string Organization = "5a11d0b0-7e57-4000-8000-00000000c0f1";
    public const string ConfluentApiKey = "SANDBOXAPIKEY001";
    public const string DefaultEnvironment = "env-9kx2v";
    public const string StagingEnvironment = "env-4mq7d";

    public static IReadOnlyList<string> ResourceGroups { get; } = [Group, "rg-security"];

    public static IReadOnlyList<string> Regions { get; } =
    [
        "australiaeast", "brazilsouth", "canadacentral", "centralindia", "centralus", "eastasia", "eastus", "eastus2", "francecentral",
        "germanywestcentral", "japaneast", "jioindiawest", "koreacentral", "mexicocentral", "northeurope", "norwayeast", "qatarcentral",
        "southafricanorth", "southcentralus", "southeastasia", "spaincentral", "swedencentral", "switzerlandnorth", "uksouth", "westeurope", "westus2",
    ];
}
