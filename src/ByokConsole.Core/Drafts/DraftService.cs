using System.Security.Cryptography;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Drafts;

/// <summary>Makes, saves and discards drafts. A draft that made a registration can take it away again.</summary>
public sealed class DraftService(IDraftStore drafts, IKeyRegistrations registrations, IRunStore runs, TimeProvider time)
{
    /// <summary>Who owns drafts and starts runs until sign-in exists.</summary>
    public const string LocalOperator = "local operator";

    /// <summary>A wizard that was opened and left leaves nothing behind after this; a tab that stands open has long enough.</summary>
    private static readonly TimeSpan UntouchedIsKept = TimeSpan.FromDays(1);

    private const string IdLetters = "0123456789abcdefghjkmnpqrstvwxyz";

    public async Task<ClusterDraft> CreateAsync(string environmentId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await drafts.DeleteUntouchedAsync(now - UntouchedIsKept, cancellationToken);
        var draft = new ClusterDraft
        {
            Id = "d-" + RandomNumberGenerator.GetString(IdLetters, 8),
            EnvironmentId = environmentId,
            Owner = LocalOperator,
            CreatedAt = now,
            SavedAt = now,
        };
        await drafts.AddAsync(draft, cancellationToken);
        return draft;
    }

    public Task<ClusterDraft?> FindAsync(string id, CancellationToken cancellationToken) => drafts.FindAsync(id, cancellationToken);

    /// <summary>Drafts of an environment in which something was entered, newest save first.</summary>
    public Task<IReadOnlyList<ClusterDraft>> ListAsync(string environmentId, CancellationToken cancellationToken)
        => drafts.ListAsync(environmentId, cancellationToken);

    public async Task<SaveOutcome> SaveAsync(ClusterDraft draft, CancellationToken cancellationToken)
    {
        draft.SavedAt = time.GetUtcNow();
        if (await drafts.TrySaveAsync(draft, cancellationToken))
            return SaveOutcome.Saved;
        return await drafts.FindAsync(draft.Id, cancellationToken) is null ? SaveOutcome.Gone : SaveOutcome.ChangedElsewhere;
    }

    /// <summary>
    /// Deletes the draft, and first the registration it made, if asked. Null when done; else the fault that kept it, and the draft is
    /// still there.
    /// </summary>
    public async Task<CloudFault?> DiscardAsync(string id, bool deleteRegistration, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, cancellationToken) is not { } draft)
            return null;
        if (await RunUnderWayAsync(draft, cancellationToken) is { } busy)
            return busy;
        if (deleteRegistration && await DeleteRegistrationAsync(draft, cancellationToken) is { } fault)
            return fault;
        await drafts.DeleteAsync(id, cancellationToken);
        return null;
    }

    /// <summary>
    /// Unlocks the key fields: the draft lets go of its registration, and deletes it if asked and if the draft made it. Null when done; else the
    /// fault that kept it. The caller saves the draft.
    /// </summary>
    public async Task<CloudFault?> ReleaseRegistrationAsync(ClusterDraft draft, bool delete, CancellationToken cancellationToken)
    {
        if (await RunUnderWayAsync(draft, cancellationToken) is { } busy)
            return busy;
        if (delete && await DeleteRegistrationAsync(draft, cancellationToken) is { } fault)
            return fault;
        (draft.RegistrationId, draft.ApplicationId, draft.RegistrationMadeHere) = (null, null, false);
        return null;
    }

    private async Task<CloudFault?> DeleteRegistrationAsync(ClusterDraft draft, CancellationToken cancellationToken)
    {
        if (draft is not { RegistrationId: { } registration, RegistrationMadeHere: true })
            return null;
        var now = await registrations.GetAsync(registration, cancellationToken);
        if (!now.IsOk)
            return now.Fault.Kind is FaultKind.NotFound ? null : now.Fault;
        if (now.Value.IsInUse)
            return new CloudFault(CloudService.ConfluentCloud, FaultKind.Conflict, $"Registration {registration} is bound to a cluster. It stays; discard the draft without it.");
        var answer = await registrations.DeleteAsync(registration, cancellationToken);
        return answer.IsOk || answer.Fault.Kind is FaultKind.NotFound ? null : answer.Fault;
    }

    private async Task<CloudFault?> RunUnderWayAsync(ClusterDraft draft, CancellationToken cancellationToken)
        => draft.ActiveRunId is { } runId && await runs.FindAsync(runId, cancellationToken) is { HasEnded: false }
            ? new CloudFault(CloudService.ConfluentCloud, FaultKind.Conflict, $"Run {runId} of this draft has not ended. Wait for its end, or cancel it.")
            : null;
}
