using System.Reflection;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Steps;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Tests.Core.Preflight.Words;

/// <summary>What is filled into a text to read it: names in braces where it takes words, and examples of everything else.</summary>
internal static class Fillings
{
    private static readonly VaultResourceId Vault = VaultResourceId.Create(Guid.Empty, "rg-streaming", "kv-orders-weu");

    private static readonly KeyIdentifier Key = KeyIdentifier.Parse("https://kv-orders-weu.vault.azure.net/keys/orders-cmk");

    private static readonly KeyUser[] Users = [new("{otherEnvironment}", "{otherCluster}", "{otherName}", "{otherRegistration}")];

    private static readonly BlastRadius Radius = new()
    {
        ClusterId = "{cluster}",
        ClusterName = "{name}",
        EnvironmentId = "{environment}",
        Size = "{size}",
        Region = "{region}",
        RegistrationId = "{registration}",
        KeyIdentifier = Key.ToString(),
        RetentionDays = 90,
        PurgeProtected = true,
        ReadAt = DateTimeOffset.UnixEpoch,
    };

    private static readonly KeyRegistration[] Registrations =
    [
        new() { Id = "{first registration}", KeyText = Key.ToString(), CreatedAt = DateTimeOffset.UnixEpoch },
        new() { Id = "{second registration}", KeyText = Key.ToString() },
    ];

    private static readonly NewCluster Wanted = new()
    {
        EnvironmentId = "{environment}", DisplayName = "{name}", Region = "{region}", Availability = Availability.SingleZone, Cku = 12, NetworkId = "{network}",
        KeyRegistrationId = "{registration}",
    };

    /// <summary>A cluster that is what was asked for.</summary>
    private static readonly KafkaCluster Asked = new()
    {
        Id = "{cluster}", EnvironmentId = "{environment}", DisplayName = "{name}", Type = "Dedicated", Cloud = "AZURE", Region = "{region}",
        AvailabilityText = "SINGLE_ZONE", Cku = 12, Phase = "PROVISIONING", NetworkId = "{network}", KeyRegistrationId = "{registration}",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>One that carries the key and differs in all else.</summary>
    private static readonly KafkaCluster Other = Asked with
    {
        Id = "{otherCluster}", EnvironmentId = "{otherEnvironment}", DisplayName = "{otherName}", Type = "{type}", Cloud = "{cloud}", Region = "{otherRegion}",
        AvailabilityText = "MULTI_ZONE", Cku = 24, NetworkId = null, CreatedAt = null,
    };

    /// <summary>One filling per combination of what is yes, no or unknown.</summary>
    public static IEnumerable<object?[]> Of(MethodInfo method)
        => method.GetParameters().Aggregate<ParameterInfo, IEnumerable<object?[]>>(
            [[]], (fillings, parameter) => [.. fillings.SelectMany(filling => Samples(parameter).Select(sample => (object?[])[.. filling, sample]))]);

    private static IEnumerable<object?> Samples(ParameterInfo parameter)
    {
        var isUnknown = new NullabilityInfoContext().Create(parameter).WriteState is NullabilityState.Nullable;
        return isUnknown ? [.. Known(parameter), null] : Known(parameter);
    }

    private static IEnumerable<object?> Known(ParameterInfo parameter) => (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) switch
    {
        var type when type == typeof(bool) => [true, false],
        var type when type == typeof(int) => [12],
        var type when type == typeof(Guid) => [Guid.Parse("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11")],
        var type when type == typeof(VaultResourceId) => [Vault],
        var type when type == typeof(KeyIdentifier) => [parameter.Name == "version" ? Key.WithVersion("0f4c2a9e5c1b4a0e8e0d0b8a6f1f2c11") : Key],
        var type when type == typeof(BlastRadius) => [Radius, Radius with { OtherUsers = Users }],
        var type when type == typeof(IReadOnlyList<KeyRegistration>) => [Registrations],
        var type when type == typeof(IReadOnlyList<ClusterCandidate>) => [ClusterCandidate.Find([Other, Asked], Wanted, DateTimeOffset.UnixEpoch)],
        var type when type == typeof(Run) =>
            [RunOf(RunKind.RevokeAccess, "{registration}"), RunOf(RunKind.DeleteCluster, "{registration}"), RunOf(RunKind.DeleteCluster, null)],
        var type when type == typeof(IReadOnlyList<string>) => [(string[])[$"{{first of {parameter.Name}}}", $"{{second of {parameter.Name}}}"]],
        _ => [$"{{{parameter.Name}}}"],
    };

    private static Run RunOf(RunKind kind, string? registration) => new()
    {
        Id = "{run}",
        Kind = kind,
        Subject = "{name}",
        EnvironmentId = "{environment}",
        StartedBy = "{who}",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Input = new RunInput { ClusterId = "{cluster}", RegistrationId = registration },
        Steps = [],
    };
}
