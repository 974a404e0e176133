using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Grants;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Preflight.Checks;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Telemetry;
using ByokConsole.Core.Vaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ByokConsole.Core;

/// <summary>Registers the domain's services. The host registers the ports' implementations.</summary>
public static class CoreRegistration
{
    /// <summary>Drafts, choices, checks, the preflight, runs, and what the clusters are told from.</summary>
    public static IServiceCollection AddByokCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new KeyRules());
        services.TryAddSingleton<ConsoleMetrics>();
        return services
            .AddSingleton<DraftService>()
            .AddSingleton<RegistrationChoices>()
            .AddSingleton<KeyBrowser>()
            .AddSingleton<KeyMaker>()
            .AddSingleton<PreflightPorts>()
            .AddKeyedSingleton(PreflightPorts.Patient, (services, _) => new PreflightPorts(
                services.GetRequiredService<IVaults>(), services.GetRequiredService<IVaultKeys>(), services.GetRequiredService<IAccessGrants>(),
                services.GetRequiredService<IKeyRegistrations>(), services.GetRequiredService<IKeyBindings>(), services.GetRequiredService<TimeProvider>()))
            .AddSingleton<PreflightRunner>()
            .AddSingleton<Admission>()
            .AddSingleton<ClusterCatalog>()
            .AddSingleton<KeyAttestations>()
            .AddSingleton<ClusterSecurityReader>()
            .AddSingleton<KeySweep>()
            .AddSingleton<BrokenKeys>()
            .AddSingleton<KeyCatalog>()
            .AddSingleton<GrantReader>()
            .AddSingleton<KeyDetailsReader>()
            .AddSingleton<ClusterKeyReader>()
            .AddSingleton<KeyNames>()
            .AddSingleton<KeyRetirement>()
            .AddSingleton<GrantRestorer>()
            .AddSingleton<RunAlarms>()
            .AddSingleton<SecondClusterWatch>()
            .AddChecks()
            .AddProvisioning();
    }

    private static IServiceCollection AddChecks(this IServiceCollection services)
        => services
            .AddSingleton<IPreflightCheck, VaultExists>()
            .AddSingleton<IPreflightCheck, VaultMatchesKey>()
            .AddSingleton<IPreflightCheck, TenantMatches>()
            .AddSingleton<IPreflightCheck, RegionMatches>()
            .AddSingleton<IPreflightCheck, RbacEnabled>()
            .AddSingleton<IPreflightCheck, PurgeProtectionOn>()
            .AddSingleton<IPreflightCheck, TrustedServicesAllowed>()
            .AddSingleton<IPreflightCheck, KeyExists>()
            .AddSingleton<IPreflightCheck, KeyIsSoftwareRsa>()
            .AddSingleton<IPreflightCheck, KeyUsable>()
            .AddSingleton<IPreflightCheck, RotationPolicy>()
            .AddSingleton<IPreflightCheck, KeyNotBound>()
            .AddSingleton<IPreflightCheck, MaterialGenerated>()
            .AddSingleton<IPreflightCheck, VersionsKept>()
            .AddSingleton<IPreflightCheck, RotatedByPolicy>()
            .AddSingleton<IPreflightCheck, GrantPresent>()
            .AddSingleton<IPreflightCheck, GrantInForce>();
}
