using System.Reflection;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
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
