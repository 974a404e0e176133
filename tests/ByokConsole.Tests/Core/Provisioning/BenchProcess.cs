using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>What one "process" of a bench is composed of: everything in it is lost with it.</summary>
internal static class BenchProcess
{
    public static ServiceProvider Start(Bench bench)
    {
        var services = new ServiceCollection().AddLogging();
        var ports = new PreflightPorts(null!, null!, bench.Cloud.Grants, bench.Cloud, null!, bench.Machine);
        return services.AddSingleton<TimeProvider>(bench.Machine)
            .AddSingleton<IKafkaClusters>(bench.Cloud)
            .AddSingleton<IKeyRegistrations>(bench.Cloud)
            .AddSingleton<IAccessGrants>(bench.Cloud.Grants)
            .AddSingleton<IClusterRemoval>(bench.Cloud.Removal)
            .AddSingleton<IConnectionMetrics>(bench.Cloud.Removal)
            .AddSingleton<IVaultKeys>(bench.Cloud.Keys)
            .AddSingleton<IVaultKeyControl>(bench.Cloud.Keys)
            .AddSingleton<IRunScheduler>(bench.Scheduler)
            .AddSingleton<IPreflightCheck>(bench.Check)
            .AddSingleton(ports)
            .AddKeyedSingleton(PreflightPorts.Patient, ports)
            .AddSingleton<PreflightRunner>()
            .AddStorage(bench.Storage)
            .AddProvisioning()
            .BuildServiceProvider();
    }
}
