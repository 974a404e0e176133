using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Builders;

/// <summary>The console's own memory of which key served which cluster.</summary>
public sealed class InMemoryKeyBindings : IKeyBindings
{
    public List<KeyBinding> Bindings { get; } = [];

    public Task<IReadOnlyList<KeyBinding>> OfKeyAsync(KeyIdentifier key, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<KeyBinding>>([.. Bindings.Where(binding => binding.Key.Equals(key.Versionless)).OrderByDescending(binding => binding.From)]);

    public Task RecordAsync(KeyBinding binding, CancellationToken cancellationToken)
    {
        if (!Bindings.Exists(known => known.ClusterId == binding.ClusterId && known.Key.Equals(binding.Key)))
            Bindings.Add(binding);
        return Task.CompletedTask;
    }

    public Task CloseAsync(string registrationId, string clusterId, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var index = Bindings.FindIndex(known => known.ClusterId == clusterId && known.RegistrationId == registrationId && known.To is null);
        if (index >= 0)
            Bindings[index] = Bindings[index] with { To = to };
        return Task.CompletedTask;
    }
}
