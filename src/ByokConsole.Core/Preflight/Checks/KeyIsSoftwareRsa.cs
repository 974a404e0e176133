using System.Globalization;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Preflight.Checks;

/// <summary>The key is a software-protected RSA key of a supported size; one option admits RSA-HSM, as the vendor's newer pages do.</summary>
public sealed class KeyIsSoftwareRsa(KeyRules rules) : KeyCheck
{
    private static readonly int[] Sizes = [2048, 3072, 4096];

    public override CheckName Name => CheckName.KeyIsSoftwareRsa;

    protected override Task<CheckResult> JudgeAsync(VaultKey key, DateTimeOffset cloudTime, PreflightContext context)
    {
        var observed = key.KeySize is { } size ? $"{key.KeyType} {size.ToString(CultureInfo.InvariantCulture)}" : key.KeyType;
        var isType = key.KeyType.Equals("RSA", StringComparison.OrdinalIgnoreCase) || (rules.AdmitRsaHsm && key.KeyType.Equals("RSA-HSM", StringComparison.OrdinalIgnoreCase));
        var isSize = key.KeySize is { } bits && Sizes.Contains(bits);
        if (isType && isSize)
            return Task.FromResult(new CheckResult(Name, CheckState.Pass, "") { Observed = observed });
        return Task.FromResult((isType ? KeyMessages.WrongSize(observed) : KeyMessages.WrongType(observed)).As(Name, CheckState.Fail) with
        {
            Observed = observed,
            Expected = rules.AdmitRsaHsm ? "RSA or RSA-HSM; 2048, 3072 or 4096" : "RSA 2048, 3072 or 4096",
            Fields = [DraftField.KeyIdentifier],
            Remedies = [new Remedy(RemedyKind.CreateKey, "Create an RSA key"), new Remedy(RemedyKind.BrowseVaults, "Pick another key")],
        });
    }
}
