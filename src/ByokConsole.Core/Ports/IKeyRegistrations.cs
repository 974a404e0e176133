using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.Ports;

/// <summary>Confluent's byok/v1 keys (organisation-wide).</summary>
public interface IKeyRegistrations
{
    /// <summary>All registrations, newest first, every page followed.</summary>
    Task<Answer<IReadOnlyList<KeyRegistration>>> ListAsync(CancellationToken cancellationToken);

    Task<Answer<KeyRegistration>> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>A POST: sent once, never replayed; a fault with <see cref="CloudFault.OutcomeUnknown"/> means look before asking again.</summary>
    Task<Answer<KeyRegistration>> CreateAsync(NewKeyRegistration registration, CancellationToken cancellationToken);

    /// <summary>Gives the registration another display name: all of it that can change. Doing it twice changes nothing more.</summary>
    Task<Answer<KeyRegistration>> RenameAsync(string id, string displayName, CancellationToken cancellationToken);

    /// <summary>Deletes the registration; true when it is gone (also when it was gone before).</summary>
    Task<Answer<bool>> DeleteAsync(string id, CancellationToken cancellationToken);
}
