using System.Globalization;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
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
            return Fail($"The key is not valid before {Date(from)}. Bring that date forward, or choose another key.", $"from {Date(from)}", "valid today", "Command that lets it begin now",
                AzCommand.SetKey(key.Id, $"--not-before {cloudTime.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"));
        if (attributes.Expires is { } to && to <= cloudTime)
            return Fail($"The key expired on {Date(to)}: nothing new can be wrapped with it. Move the date, or rotate it.", $"expired {Date(to)}", "not expired", "Command that rotates it now",
                AzCommand.RotateKey(key.Id));
        var missing = Needed.Where(operation => !key.Operations.Contains(operation, StringComparer.OrdinalIgnoreCase)).ToList();
        if (missing.Count > 0 && !key.KeyType.StartsWith("RSA", StringComparison.OrdinalIgnoreCase))
            return Fail($"A key of type {key.KeyType} can neither wrap nor unwrap, whatever it is permitted. Choose or create an RSA key.", key.KeyType, "an RSA key", "", null);
        if (missing.Count > 0)
            return Fail($"The key does not permit {string.Join(" and ", missing)}. Permit wrapping and unwrapping.",
                key.Operations.Count == 0 ? "none" : string.Join(", ", key.Operations), "wrapKey, unwrapKey", "Command that permits them",
                AzCommand.PermitOperations(key.Id, key.Operations.Union(Needed, StringComparer.OrdinalIgnoreCase)));
        return attributes.Expires is { } end && end - cloudTime < Soon ? await ExpiringAsync(key, end, cloudTime, context).ConfigureAwait(false)
            : new CheckResult(Name, CheckState.Pass, "") { Observed = attributes.Expires is { } later ? $"until {Date(later)}" : "no expiry" };
    }

    protected override CheckResult Unread(CloudFault fault)
        => fault.Kind is FaultKind.KeyDisabled ? Disabled(null) : base.Unread(fault);

    private async Task<CheckResult> ExpiringAsync(VaultKey key, DateTimeOffset end, DateTimeOffset now, PreflightContext context)
    {
        var policy = await context.RotationPolicyAsync().ConfigureAwait(false);
        var days = Math.Max(0, (int)Math.Ceiling((end - now).TotalDays));
        if (policy is { IsOk: true } && RotationDate.Next(policy.Value, key.Attributes) is { } next && next < end)
            return new CheckResult(Name, CheckState.Pass, "") { Observed = $"rotates {Date(next)}" };
        var before = policy.IsOk ? "nothing rotates it before" : "whether anything rotates it before cannot be seen from here";
        return new CheckResult(Name, CheckState.Warn, $"The key expires in {days} {(days == 1 ? "day" : "days")}, and {before}. After that nothing new can be wrapped with it.")
        {
            Observed = Date(end), Expected = "30 days or more",
            Fields = [DraftField.KeyIdentifier],
            Remedies = [new Remedy(RemedyKind.Command, "Command that rotates it before that day", AzCommand.RotationPolicy(key.Id, expires: true))],
        };
    }

    private CheckResult Disabled(KeyIdentifier? key)
        => Fail("The key is disabled: it can neither wrap nor unwrap. Enable it.", "disabled", "enabled", "Command that enables it", key is null ? null : AzCommand.SetKey(key, "--enabled true"));

    private CheckResult Fail(string explanation, string observed, string expected, string label, string? command) => new(Name, CheckState.Fail, explanation)
    {
        Observed = observed, Expected = expected,
        Fields = [DraftField.KeyIdentifier],
        Remedies = command is null ? [] : [new Remedy(RemedyKind.Command, label, command)],
    };

    private static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
