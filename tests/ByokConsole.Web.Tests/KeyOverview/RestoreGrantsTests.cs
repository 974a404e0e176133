using ByokConsole.Core.Clouds;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.KeyOverview;
using MudBlazor;

namespace ByokConsole.Web.Tests.KeyOverview;

/// <summary>A role that was taken away: who did it is shown first, then it can be put back.</summary>
public sealed class RestoreGrantsTests : PageTestContext
{
    private static readonly KeyRow Row = new() { Registration = Samples.Registration, Cluster = Samples.Cluster };

    public RestoreGrantsTests()
    {
        Registrations.Registrations.Add(Samples.Registration);
        Kafka.Clusters.Add(Samples.Cluster);
    }

    [Fact]
    public void Only_A_Key_In_Use_That_Lacks_A_Role_Offers_It()
    {
        Assert.Contains("Restore grants", Panel(Row, []).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Restore grants", Panel(Row with { Cluster = null }, []).Markup, StringComparison.Ordinal);
        var whole = KeyVaultRole.OfGrant
            .Select(role => new RoleAssignment(role.Name, Samples.Registration.Vault!.ToString(), role.Id, Guid.NewGuid(), Samples.Noon, false)).ToList();
        Assert.DoesNotContain("Restore grants", Panel(Row, whole).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_Removed_A_Role_Is_Shown_And_Putting_It_Back_Leads_To_The_Run()
    {
        await Grants.GrantAsync(Samples.Registration.Vault!, Samples.Registration.ApplicationId!.Value);
        var removed = (await Grants.ListAssignmentsAsync(Samples.Registration.Vault!, null, Token)).Value[0];
        await Grants.RemoveAsync(removed, Token);
        Activity.Removals.Add(new(removed, "owner@example.com", Clock.GetUtcNow().AddHours(-2)));

        var dialog = Open();
        var lost = Text(dialog.Find("ul[aria-label='Roles that are missing'] li"));
        await ClickAsync(dialog, "Put them back");

        Assert.Contains($"{KeyVaultRole.CryptoServiceEncryptionUser.Name}Removed by owner@example.com", lost, StringComparison.Ordinal);
        var run = Assert.Single(await RunStore.ListAsync(null, Token));
        Assert.Equal((RunKind.RestoreGrants, $"/runs/{run.Id}"), (run.Kind, Place));
    }

    [Fact]
    public void A_Log_That_Cannot_Be_Read_Is_Told_And_Does_Not_Stand_In_The_Way()
    {
        Activity.Fault = new CloudFault(CloudService.ResourceManager, FaultKind.Forbidden, "You may not read it.");

        var dialog = Open();

        Assert.Contains("Who removed them cannot be read from here.", dialog.Markup, StringComparison.Ordinal);
        Assert.Contains(dialog.FindAll("button"), button => Text(button) == "Put them back");
    }

    [Fact]
    public void While_A_Revocation_Is_Under_Way_There_Is_No_Button()
    {
        RunStore.Put(Samples.Run with
        {
            Id = "run-revoke", Kind = RunKind.RevokeAccess, Input = new RunInput { ClusterId = "lkc-st4g1n", RegistrationId = "cck-st4g1" },
        });

        var dialog = Open();

        Assert.Contains("A revocation of this key is under way", dialog.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(dialog.FindAll("button"), button => Text(button) == "Put them back");
    }

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    private IRenderedComponent<KeyGrants> Panel(KeyRow row, IReadOnlyList<RoleAssignment> assignments)
        => Render<KeyGrants>(p => p.Add(x => x.Details, new KeyDetails { Row = row, Assignments = new Answer<IReadOnlyList<RoleAssignment>>(assignments) }));

    /// <summary>The dialog's content, which is shown in the frame of the page.</summary>
    private IRenderedComponent<MudDialogProvider> Open()
    {
        var frame = Render<MudDialogProvider>();
        Render<RestoreGrantsDialog>(p => p.Add(x => x.Row, Row).Add(x => x.IsOpen, true));
        frame.WaitForState(() => frame.FindAll("[role=dialog]").Count == 1 && frame.FindAll(".loading").Count == 0);
        return frame;
    }
}
