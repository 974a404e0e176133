using System.Collections.Concurrent;
using System.Diagnostics;
using ByokConsole.Sandbox.ConfluentCloud;

[assembly: AssemblyFixture(typeof(ByokConsole.Tests.Contracts.ContractWatch))]

namespace ByokConsole.Tests.Contracts;

/// <summary>
/// Holds every exchange with the Confluent APIs, of every test of this assembly, to the published contract, in both directions: what the
/// sandbox takes is what may be asked, and what it answers is what may be answered. The run fails at its end if one was not.
/// </summary>
public sealed class ContractWatch : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentDictionary<string, int> _violations = [];
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    public ContractWatch() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Exchange.Source)
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        foreach (var violation in ExchangeRules.Violations((Exchange)value.Value!))
            _violations.AddOrUpdate(violation, 1, (_, times) => times + 1);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    /// <exception cref="InvalidOperationException">The contract was broken.</exception>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
        BrokenContract.Refuse(_violations);
    }
}
