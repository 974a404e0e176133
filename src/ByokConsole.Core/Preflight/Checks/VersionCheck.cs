using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>What the checks of a bound key's versions share: they need all versions, and what each means to the cluster.</summary>
public abstract class VersionCheck : IPreflightCheck
{
    public abstract CheckName Name { get; }

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        if (context.Subject.Key is null)
            return CannotSee.NotAsked(Name, "the key identifier");
        var versions = await context.VersionsAsync().ConfigureAwait(false);
        return versions.IsOk
            ? await JudgeAsync(KeyVersion.Of(versions.Value, context.Subject.BoundSince), context).ConfigureAwait(false)
            : CannotSee.Because(Name, versions.Fault);
    }

    /// <param name="versions">Newest first.</param>
    /// <param name="context">Further reads.</param>
    protected abstract Task<CheckResult> JudgeAsync(IReadOnlyList<KeyVersion> versions, PreflightContext context);

    /// <summary>A version as people tell them apart: its ends.</summary>
    protected static string Short(KeyVersion version) => version.Version.Length > 7 ? $"{version.Version[..4]}…{version.Version[^3..]}" : version.Version;
}
