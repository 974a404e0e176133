using System.Globalization;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>No older version that wrapped the cluster's data keys is disabled. Key Vault cannot delete single versions, so this is all that can happen to one.</summary>
public sealed class VersionsKept : VersionCheck
{
    public override CheckName Name => CheckName.VersionsKept;

    protected override Task<CheckResult> JudgeAsync(IReadOnlyList<KeyVersion> versions, PreflightContext context)
    {
        // The newest version is another check's: it must wrap as well.
        var missed = versions.Where(version => version.IsMissed && version.Use is not VersionUse.Newest).ToList();
        var kept = versions.Count(version => version.Use is VersionUse.Keep);
        return Task.FromResult(missed.Count == 0
            ? new CheckResult(Name, CheckState.Pass, "") { Observed = kept == 0 ? "none yet" : $"{kept} enabled" }
            : Missing(missed, context));
    }

    private CheckResult Missing(List<KeyVersion> missed, PreflightContext context)
    {
        var names = string.Join(", ", missed.Select(version => $"{Short(version)} of {Date(version)}"));
        return KeyMessages.VersionsDisabled(names, missed.Count == 1).As(Name, CheckState.Fail) with
        {
            Observed = $"{missed.Count} disabled", Expected = "all enabled",
            Fields = [DraftField.KeyIdentifier],
            Remedies =
            [
                .. missed.Select(version => new Remedy(
                    RemedyKind.Command,
                    $"Command that enables {Short(version)}",
                    AzCommand.SetKey(context.Subject.Key!.WithVersion(version.Version), "--enabled true"))),
            ],
        };
    }

    private static string Date(KeyVersion version) => version.Attributes.Created?.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "unknown date";
}
