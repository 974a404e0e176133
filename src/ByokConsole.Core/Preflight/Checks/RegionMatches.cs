using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Preflight.Words;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>Vault and cluster are in one region. Where Azure cannot be read, the vault's own challenge tells.</summary>
public sealed class RegionMatches : IPreflightCheck
{
    public CheckName Name => CheckName.RegionMatches;

    public async Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        var subject = context.Subject;
        if (subject.Vault is null && subject.Key is null)
            return CannotSee.NotAsked(Name, "the resource ID");
        if (subject.Region is not { } region)
            return CannotSee.NotAsked(Name, "the cluster's region");
        var (actual, fault) = await ReadAsync(context).ConfigureAwait(false);
        if (actual is null)
            return fault!.Kind is FaultKind.NotFound ? CannotSee.NotAsked(Name, "a vault that exists") : CannotSee.Because(Name, fault);
        if (AzureRegion.Same(actual, region))
            return new CheckResult(Name, CheckState.Pass, "") { Observed = AzureRegion.Normalize(actual) };
        var vaultRegion = AzureRegion.Normalize(actual);
        if (subject.BoundClusterId is not null)
            return VaultMessages.OtherRegionThanItsCluster(vaultRegion, region).As(Name, CheckState.Fail) with { Observed = vaultRegion, Expected = region };
        return VaultMessages.OtherRegion(vaultRegion, region).As(Name, CheckState.Fail) with
        {
            Observed = vaultRegion, Expected = region,
            Fields = [DraftField.VaultResourceId, DraftField.Region],
            Remedies =
            [
                new Remedy(RemedyKind.SetRegion, $"Move cluster to {vaultRegion}", vaultRegion),
                new Remedy(RemedyKind.BrowseVaults, $"Vaults in {region}", region),
            ],
        };
    }

    private static async Task<(string? Region, CloudFault? Fault)> ReadAsync(PreflightContext context)
    {
        CloudFault? fault = null;
        if (context.Subject.Vault is not null)
        {
            var vault = await context.VaultAsync().ConfigureAwait(false);
            if (vault.IsOk)
                return (vault.Value.Location, null);
            fault = vault.Fault;
        }

        if (fault?.Kind is FaultKind.NotFound)
            return (null, fault);
        var challenge = await context.ChallengeAsync().ConfigureAwait(false);
        return challenge is { IsOk: true, Value.Region: { } region } ? (region, null) : (null, fault ?? challenge.Fault ?? Silent());
    }

    private static CloudFault Silent() => new(CloudService.KeyVault, FaultKind.Malformed, "The vault did not tell its region.");
}
