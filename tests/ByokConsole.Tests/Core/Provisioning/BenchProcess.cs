using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>What one "process" of a bench is composed of: everything in it is lost with it.</summary>
internal static class BenchProcess
{
    public static ServiceProvider Start(Bench bench)
    {
        var services = new ServiceCollection().AddLogging();
        var ports = new PreflightPorts(null!, null!, bench.Cloud.Grants, bench.Cloud, null!, bench.Machine);
        services.AddSingleton<TimeProvider>(bench.Machine)
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
            .AddStorage(bench.Storage);
        // The last registration wins, and so every part under test writes through the stores that can die.
        var real = services.BuildServiceProvider();
        var killable = new KillableStores(
            real.GetRequiredService<IRunStore>(), real.GetRequiredService<IDraftStore>(), real.GetRequiredService<IKeyBindings>(), bench.Moments);
        return services
            .AddSingleton(real.GetRequiredService<RunFeed>())
            .AddSingleton(real.GetRequiredService<ConsoleMetrics>())
            .AddSingleton(killable)
            .AddSingleton<IRunStore>(killable)
            .AddSingleton<IDraftStore>(killable)
            .AddSingleton<IKeyBindings>(killable)
            .AddProvisioning()
            .BuildServiceProvider();
    }
}
