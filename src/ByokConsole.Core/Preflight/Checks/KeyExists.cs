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
        FaultKind.NotFound when subject.BoundClusterId is not null => KeyMessages.Gone.As(Name, CheckState.Fail) with
        {
            Observed = "no such key", Expected = "a key",
            Fields = [DraftField.KeyIdentifier],
        },
        FaultKind.NotFound => KeyMessages.Missing.As(Name, CheckState.Fail) with
        {
            Observed = "no such key", Expected = "a key",
            Fields = [DraftField.KeyIdentifier],
            Remedies = [new Remedy(RemedyKind.CreateKey, "Create this key"), new Remedy(RemedyKind.BrowseVaults, "Pick a key")],
        },
        // Some vaults refuse even to show a disabled key; that is the same finding as KeyUsable's, told there.
        FaultKind.KeyDisabled => new CheckResult(Name, CheckState.Pass, "") { Observed = "disabled" },
        _ => CannotSee.Because(Name, fault),
    };
}
