using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>The vault has a key of that name.</summary>
public sealed class KeyExists : KeyCheck
{
    public override CheckName Name => CheckName.KeyExists;

    protected override Task<CheckResult> JudgeAsync(VaultKey key, DateTimeOffset cloudTime, PreflightContext context)
        => Task.FromResult(new CheckResult(Name, CheckState.Pass, "") { Observed = key.Id.Version is { } version ? $"v {version[..4]}…{version[^3..]}" : key.Id.KeyName });

    protected override CheckResult Unread(CloudFault fault, KeySubject subject) => fault.Kind switch
    {
        FaultKind.NotFound => Missing(subject) with
        {
            Observed = "no such key", Expected = "a key",
            Fields = [DraftField.KeyIdentifier],
        },
        // Some vaults refuse even to show a disabled key; that is the same finding as KeyUsable's, told there.
        FaultKind.KeyDisabled => new CheckResult(Name, CheckState.Pass, "") { Observed = "disabled" },
        _ => CannotSee.Because(Name, fault),
    };

    /// <summary>Another key of the same name would not help a cluster that is bound to this one.</summary>
    private CheckResult Missing(KeySubject subject) => subject.BoundClusterId is not null
        ? KeyMessages.Gone.As(Name, CheckState.Fail)
        : KeyMessages.Missing.As(Name, CheckState.Fail) with
        {
            Remedies = [new Remedy(RemedyKind.CreateKey, "Create this key"), new Remedy(RemedyKind.BrowseVaults, "Pick a key")],
        };
}
