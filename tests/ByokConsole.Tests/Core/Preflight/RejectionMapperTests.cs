using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>A refusal finds its field by pointer and by check, whatever its words.</summary>
public sealed class RejectionMapperTests
{
    [Theory]
    [InlineData("/spec/byok/id", DraftField.Registration)]
    [InlineData("/spec/region", DraftField.Region)]
    [InlineData("/spec/config/cku", DraftField.Cku)]
    [InlineData("/spec/config/kind", DraftField.ClusterType)]
    [InlineData("/spec/network/id", DraftField.Network)]
    [InlineData("/spec/display_name", DraftField.DisplayName)]
    [InlineData("/spec/availability", DraftField.Availability)]
    [InlineData("/key/key_id", DraftField.KeyIdentifier)]
    [InlineData("/key/key_vault_id", DraftField.VaultResourceId)]
    [InlineData("/key/tenant_id", DraftField.TenantId)]
    public void A_Pointer_Names_The_Field_In_Any_Words(string pointer, DraftField field)
    {
        foreach (var words in (string[])["The region is wrong.", "qwertz", ""])
            Assert.Equal([new RejectedField(field, words)], RejectionMapper.Map(Fault(pointer, words)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/spec/unheard_of")]
    [InlineData("/spec/regions")]
    public void What_Names_No_Field_Of_Ours_Is_Left_To_The_Dialog(string? pointer) => Assert.Empty(RejectionMapper.Map(Fault(pointer, "The region is wrong.")));

    [Fact]
    public void A_Failed_Check_Names_Its_First_Field_And_Others_None()
        => Assert.Equal(
            [new RejectedField(DraftField.TenantId, "Another tenant.")],
            RejectionMapper.Map(
            [
                new CheckResult(CheckName.TenantMatches, CheckState.Fail, "Another tenant.") { Fields = [DraftField.TenantId, DraftField.VaultResourceId] },
                new CheckResult(CheckName.KeyUsable, CheckState.Warn, "Soon.") { Fields = [DraftField.KeyIdentifier] },
                new CheckResult(CheckName.KeyExists, CheckState.Skipped, "Unseen.") { Fields = [DraftField.KeyIdentifier] },
            ]));

    private static CloudFault Fault(string? pointer, string words) => new(CloudService.ConfluentCloud, FaultKind.Invalid, "No.") { Problems = [new(pointer, "x", words)] };
}
