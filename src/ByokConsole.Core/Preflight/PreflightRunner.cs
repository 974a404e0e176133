using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Core.Preflight;

/// <summary>Asks all checks side by side and streams the answers in the order in which they come.</summary>
public sealed partial class PreflightRunner(IEnumerable<IPreflightCheck> checks, PreflightPorts ports, ILogger<PreflightRunner> logger)
{
    /// <summary>Every check in the order in which it is listed.</summary>
    public static IReadOnlyList<CheckDescription> Order { get; } =
    [
        new(CheckName.VaultExists, CheckGroup.Vault, "The vault exists"),
        new(CheckName.VaultMatchesKey, CheckGroup.Vault, "The vault holds the key"),
        new(CheckName.TenantMatches, CheckGroup.Vault, "Tenant"),
        new(CheckName.RegionMatches, CheckGroup.Vault, "Same region as the cluster"),
        new(CheckName.RbacEnabled, CheckGroup.Vault, "Azure RBAC"),
        new(CheckName.PurgeProtectionOn, CheckGroup.Vault, "Purge protection"),
        new(CheckName.TrustedServicesAllowed, CheckGroup.Vault, "Trusted services admitted"),
        new(CheckName.KeyExists, CheckGroup.Key, "The key exists"),
        new(CheckName.KeyIsSoftwareRsa, CheckGroup.Key, "Software-protected RSA"),
        new(CheckName.KeyUsable, CheckGroup.Key, "Enabled, may wrap and unwrap"),
        new(CheckName.RotationPolicy, CheckGroup.Key, "Automatic rotation"),
        new(CheckName.KeyNotBound, CheckGroup.Key, "Used by no other cluster"),
        new(CheckName.MaterialGenerated, CheckGroup.Key, "Generated in the vault"),
        new(CheckName.GrantPresent, CheckGroup.Access, "Both roles assigned"),
        new(CheckName.GrantInForce, CheckGroup.Access, "In force"),
    ];

    /// <summary>Every check of a key that a cluster is bound to: those of a new key, and those of its versions.</summary>
    public static IReadOnlyList<CheckDescription> BoundOrder { get; } =
    [
        .. Order.Where(check => check.Group is not CheckGroup.Access),
        new(CheckName.VersionsKept, CheckGroup.Key, "Older versions kept"),
        new(CheckName.RotatedByPolicy, CheckGroup.Key, "Rotated by policy only"),
        .. Order.Where(check => check.Group is CheckGroup.Access),
    ];

    /// <summary>The checks that are asked about a subject, in the order in which they are listed.</summary>
    public static IReadOnlyList<CheckDescription> OrderOf(KeySubject subject) => subject.BoundClusterId is null ? Order : BoundOrder;

    /// <summary>Asks about one subject, over reads of its own.</summary>
    public async IAsyncEnumerable<CheckResult> RunAsync(KeySubject subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var context = new PreflightContext(subject, new PreflightReads(ports, stop.Token));
        var results = Channel.CreateUnbounded<CheckResult>();
        var asking = AskAllAsync(context, results.Writer, stop.Token);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return result;
        }
        finally
        {
            // Whoever stops reading early stops the questions too.
            await stop.CancelAsync().ConfigureAwait(false);
            await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Asks about one subject of many, over reads that they share, and returns all answers in their order.</summary>
    /// <param name="only">Asks the checks of this group only; all when null.</param>
    public async Task<IReadOnlyList<CheckResult>> AskAsync(
        KeySubject subject, PreflightReads reads, CancellationToken cancellationToken, CheckGroup? only = null)
    {
        var context = new PreflightContext(subject, reads);
        return await Task.WhenAll(Asked(subject, only).Select(check => AskAsync(check, context, cancellationToken))).ConfigureAwait(false);
    }

    private async Task AskAllAsync(PreflightContext context, ChannelWriter<CheckResult> results, CancellationToken cancellationToken)
    {
        await Task.WhenAll(Asked(context.Subject).Select(async check =>
        {
            var result = await AskAsync(check, context, cancellationToken).ConfigureAwait(false);
            results.TryWrite(result);
        })).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        results.Complete();
    }

    private IEnumerable<IPreflightCheck> Asked(KeySubject subject, CheckGroup? only = null)
        => OrderOf(subject).Where(description => only is null || description.Group == only).Join(checks, description => description.Name, check => check.Name, (_, check) => check);

    private async Task<CheckResult> AskAsync(IPreflightCheck check, PreflightContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => check.AskAsync(context, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A defect in one check must not hide the answers of the others.
            Log.CheckFailed(logger, e, check.Name);
            return new CheckResult(check.Name, CheckState.Skipped, "Something went wrong inside the console while asking; its log says what.")
            {
                Remedies = [new Remedy(RemedyKind.TryAgain, "Try again")],
            };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Check {Check} failed unexpectedly")]
        public static partial void CheckFailed(ILogger logger, Exception exception, CheckName check);
    }
}
