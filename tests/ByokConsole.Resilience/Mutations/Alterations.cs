using System.Reflection;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Resilience.Mutations;

/// <summary>Takes one safeguard out of a console's composition. The product knows nothing of it.</summary>
internal static class Alterations
{
    public static void Apply(Mutation mutation, IServiceCollection services)
    {
        switch (mutation)
        {
            case Mutation.NoLook:
                Replace<IKafkaClusters>(services, (_, method, _) => method.Name == nameof(IKafkaClusters.ListAsync) ? Nothing<KafkaCluster>() : null);
                Replace<IKeyRegistrations>(services, (_, method, _) => method.Name == nameof(IKeyRegistrations.ListAsync) ? Nothing<KeyRegistration>() : null);
                break;
            case Mutation.NoIntent:
                Replace<IRunStore>(services, (real, method, args) => method.Name == nameof(IRunStore.TryWriteAsync)
                    ? real.TryWriteAsync(Forgetful((Run)args[0]!), (IReadOnlyList<RunEvent>)args[1]!, (CancellationToken)args[2]!)
                    : null);
                break;
            case Mutation.NoFence:
                Replace<IRunStore>(services, (real, method, args) => method.Name == nameof(IRunStore.TryWriteAsync)
                    ? WriteAnywayAsync(real, (Run)args[0]!, (IReadOnlyList<RunEvent>)args[1]!, (CancellationToken)args[2]!)
                    : null);
                break;
        }
    }

    private static void Replace<T>(IServiceCollection services, Func<T, MethodInfo, object?[], object?> alter)
        where T : class
    {
        var last = services.Last(service => service.ServiceType == typeof(T) && !service.IsKeyedService);
        services.AddSingleton(provider =>
        {
            var altered = DispatchProxy.Create<T, Altered<T>>();
            var real = (T)(last.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, last.ImplementationType!));
            ((Altered<T>)(object)altered).Stand(real, alter);
            return altered;
        });
    }

    private static Task<Answer<IReadOnlyList<T>>> Nothing<T>() => Task.FromResult(new Answer<IReadOnlyList<T>>([]));

    private static Run Forgetful(Run run) => run with { Steps = [.. run.Steps.Select(step => step with { IntentAt = null, IntentCloudTime = null })] };

    private static async Task<bool> WriteAnywayAsync(IRunStore real, Run run, IReadOnlyList<RunEvent> newEvents, CancellationToken cancellationToken)
    {
        while (true)
        {
            var newest = await real.FindAsync(run.Id, cancellationToken);
            var last = (await real.EventsAsync(run.Id, 0, cancellationToken)).Select(entry => entry.Sequence).DefaultIfEmpty().Max();
            List<RunEvent> entries = [.. newEvents.Select((entry, index) => entry with { Sequence = last + 1 + index })];
            if (await real.TryWriteAsync(run with { Fence = newest!.Fence }, entries, cancellationToken))
                return true;
        }
    }
}
