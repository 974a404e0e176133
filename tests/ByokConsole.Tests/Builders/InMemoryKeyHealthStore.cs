using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Builders;

/// <summary>Key health in memory.</summary>
public sealed class InMemoryKeyHealthStore : IKeyHealthStore
{
    private readonly Dictionary<string, KeyHealthReport> _reports = [];

    /// <summary>Every change, oldest first.</summary>
    public List<HealthChange> Changes { get; } = [];

    public void Put(KeyHealthReport report) => _reports[report.RegistrationId] = report;

    public Task<IReadOnlyList<KeyHealthReport>> ListAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<KeyHealthReport>>([.. _reports.Values]);

    public Task<KeyHealthReport?> FindAsync(string registrationId, CancellationToken cancellationToken)
        => Task.FromResult(_reports.GetValueOrDefault(registrationId));

    public Task RecordAsync(KeyHealthReport report, IReadOnlyList<HealthChange> changes, CancellationToken cancellationToken)
    {
        Put(report);
        Changes.AddRange(changes.Select((change, index) => change with { Id = Changes.Count + index + 1 }));
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string registrationId, CancellationToken cancellationToken)
    {
        _reports.Remove(registrationId);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<HealthChange>> ChangesAsync(string? registrationId, int take, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<HealthChange>>(
            [.. Enumerable.Reverse(Changes).Where(change => registrationId is null || change.RegistrationId == registrationId).Take(take)]);
}
