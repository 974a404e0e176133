using System.Globalization;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>The newest version is enabled, inside its dates, and may wrap and unwrap.</summary>
public sealed class KeyUsable : KeyCheck
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);
    private static readonly string[] Needed = ["wrapKey", "unwrapKey"];

    public override CheckName Name => CheckName.KeyUsable;

    protected override async Task<CheckResult> JudgeAsync(VaultKey key, DateTimeOffset cloudTime, PreflightContext context)
    {
        var attributes = key.Attributes;
        if (!attributes.Enabled)
            return Disabled(key.Id);
        if (attributes.NotBefore is { } from && from > cloudTime)
            return Fail(KeyMessages.NotYetValid(Date(from)), $"from {Date(from)}", "valid today", "Command that lets it begin now",
                AzCommand.SetKey(key.Id, $"--not-before {cloudTime.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"));
        if (attributes.Expires is { } to && to <= cloudTime)
            return Fail(KeyMessages.Expired(Date(to)), $"expired {Date(to)}", "not expired", "Command that rotates it now",
                AzCommand.RotateKey(key.Id));
        var missing = Needed.Where(operation => !key.Operations.Contains(operation, StringComparer.OrdinalIgnoreCase)).ToList();
        if (missing.Count > 0 && !key.KeyType.StartsWith("RSA", StringComparison.OrdinalIgnoreCase))
            return Fail(KeyMessages.CannotWrap(key.KeyType), key.KeyType, "an RSA key", "", null);
        if (missing.Count > 0)
            return Fail(KeyMessages.NotPermitted(string.Join(" and ", missing)),
                key.Operations.Count == 0 ? "none" : string.Join(", ", key.Operations), "wrapKey, unwrapKey", "Command that permits them",
                AzCommand.PermitOperations(key.Id, key.Operations.Union(Needed, StringComparer.OrdinalIgnoreCase)));
        return attributes.Expires is { } end && end - cloudTime < Soon ? await ExpiringAsync(key, end, cloudTime, context).ConfigureAwait(false)
            : new CheckResult(Name, CheckState.Pass, "") { Observed = attributes.Expires is { } later ? $"until {Date(later)}" : "no expiry" };
    }

    protected override CheckResult Unread(CloudFault fault, KeySubject subject)
        => fault.Kind is FaultKind.KeyDisabled ? Disabled(null) : base.Unread(fault, subject);

    private async Task<CheckResult> ExpiringAsync(VaultKey key, DateTimeOffset end, DateTimeOffset now, PreflightContext context)
    {
        var policy = await context.RotationPolicyAsync().ConfigureAwait(false);
        var days = Math.Max(0, (int)Math.Ceiling((end - now).TotalDays));
        if (policy is { IsOk: true } && RotationDate.Next(policy.Value, key.Attributes) is { } next && next < end)
            return new CheckResult(Name, CheckState.Pass, "") { Observed = $"rotates {Date(next)}" };
        var before = policy.IsOk ? "nothing rotates it before" : "whether anything rotates it before cannot be seen from here";
        return KeyMessages.Expiring(days, before).As(Name, CheckState.Warn) with
        {
            Observed = Date(end), Expected = "30 days or more",
            Fields = [DraftField.KeyIdentifier],
            Remedies = [new Remedy(RemedyKind.Command, "Command that rotates it before that day", AzCommand.RotationPolicy(key.Id, expires: true))],
        };
    }

    private CheckResult Disabled(KeyIdentifier? key)
        => Fail(KeyMessages.Disabled, "disabled", "enabled", "Command that enables it", key is null ? null : AzCommand.SetKey(key, "--enabled true"));

    private CheckResult Fail(CheckMessage message, string observed, string expected, string label, string? command) => message.As(Name, CheckState.Fail) with
    {
        Observed = observed, Expected = expected,
        Fields = [DraftField.KeyIdentifier],
        Remedies = command is null ? [] : [new Remedy(RemedyKind.Command, label, command)],
    };

    private static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
