using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning.Steps;
using ByokConsole.Core.Revocation;
using ByokConsole.Core.Vaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ByokConsole.Core.Provisioning;

/// <summary>Registers runs: the service, the engine and every step. The stores, the scheduler and the clouds are the adapters'.</summary>
public static class ProvisioningRegistration
{
    public static IServiceCollection AddProvisioning(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new RunPace());
        services.TryAddSingleton<RunFeed>();
        services.TryAddSingleton<RunPlan>();
        services.TryAddSingleton<RunEngine>();
        services.TryAddSingleton<RunStarter>();
        services.TryAddSingleton<RunService>();
        services.TryAddSingleton<RunOrders>();
        services.TryAddSingleton<Traces>();
        return services
            .AddSingleton<IRunStep, RecheckKey>()
            .AddSingleton<IRunStep, CreateCluster>()
            .AddSingleton<IRunStep, WaitProvisioned>()
            .AddSingleton<IRunStep, VerifyKey>()
            .AddSingleton<IRunStep, RecordBinding>()
            .AddSingleton<IRunStep, RegisterKey>()
            .AddSingleton<IRunStep, ReadApplication>()
            .AddSingleton<IRunStep, RecordOnDraft>()
            .AddSingleton<IRunStep, EnsurePrincipal>()
            .AddAssignment(StepNames.AssignEncryptionUser, KeyVaultRole.CryptoServiceEncryptionUser)
            .AddAssignment(StepNames.AssignReader, KeyVaultRole.Reader)
            .AddSingleton<IRunStep, ConfirmGrant>()
            .AddRemoval();
    }

    private static IServiceCollection AddAssignment(this IServiceCollection services, string name, KeyVaultRole role)
        => services.AddSingleton<IRunStep>(
            provider => new AssignRole(name, role, provider.GetRequiredService<IAccessGrants>(), provider.GetRequiredService<RunPace>()));
}
