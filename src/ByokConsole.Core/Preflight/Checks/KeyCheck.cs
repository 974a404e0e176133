using ByokConsole.Core.Clouds;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>What the checks of a key's properties share: they need the key as its vault shows it. What a firewall or a missing role hides is not a failure.</summary>
public abstract class KeyCheck : IPreflightCheck
{
    public abstract CheckName Name { get; }

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        if (context.Subject.Key is null)
            return CannotSee.NotAsked(Name, "the key identifier");
        var key = await context.KeyAsync().ConfigureAwait(false);
        if (key.IsOk)
            return await JudgeAsync(key.Value, key.CloudTime ?? context.Time.GetUtcNow(), context).ConfigureAwait(false);
        return key.Fault.Kind is FaultKind.Unreachable && await context.IsVaultMissingAsync().ConfigureAwait(false)
            ? CannotSee.NotAsked(Name, "a vault that exists")
            : Unread(key.Fault, context.Subject);
    }

    protected abstract Task<CheckResult> JudgeAsync(VaultKey key, DateTimeOffset cloudTime, PreflightContext context);

    protected virtual CheckResult Unread(CloudFault fault, KeySubject subject)
        => fault.Kind is FaultKind.NotFound ? CannotSee.NotAsked(Name, "a key that exists") : CannotSee.Because(Name, fault);
}
