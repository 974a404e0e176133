using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;

namespace ByokConsole.Tests.Builders;

/// <summary>Confluent's key registrations, as a test sets them up.</summary>
public sealed class InMemoryKeyRegistrations : IKeyRegistrations
{
    public List<KeyRegistration> Registrations { get; } = [];

    /// <summary>While set, every question gets this answer.</summary>
    public CloudFault? Fault { get; set; }

    /// <summary>While set, a look at one registration gets this answer; all else works.</summary>
    public CloudFault? LookFault { get; set; }

    public Task<Answer<IReadOnlyList<KeyRegistration>>> ListAsync(CancellationToken cancellationToken)
        => Task.FromResult(Fault is null
            ? new Answer<IReadOnlyList<KeyRegistration>>([.. Registrations])
            : new Answer<IReadOnlyList<KeyRegistration>>(Fault));

    public Task<Answer<KeyRegistration>> GetAsync(string id, CancellationToken cancellationToken)
        => Task.FromResult<Answer<KeyRegistration>>((Fault ?? LookFault) is { } fault ? fault
            : Registrations.FirstOrDefault(registration => registration.Id == id) is { } found ? found
            : new CloudFault(CloudService.ConfluentCloud, FaultKind.NotFound, "The key was not found.") { Status = 404 });

    public Task<Answer<KeyRegistration>> CreateAsync(NewKeyRegistration registration, CancellationToken cancellationToken)
        => throw new InvalidOperationException("These tests register no key.");

    public Task<Answer<KeyRegistration>> RenameAsync(string id, string displayName, CancellationToken cancellationToken)
    {
        var index = Registrations.FindIndex(registration => registration.Id == id);
        if (index >= 0 && Fault is null)
            Registrations[index] = Registrations[index] with { DisplayName = displayName };
        return GetAsync(id, cancellationToken);
    }

    public Task<Answer<bool>> DeleteAsync(string id, CancellationToken cancellationToken)
        => Task.FromResult<Answer<bool>>(Fault is not null ? Fault : Registrations.RemoveAll(registration => registration.Id == id) >= 0);
}
