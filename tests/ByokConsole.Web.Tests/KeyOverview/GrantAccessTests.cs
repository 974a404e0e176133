using ByokConsole.Core.Clouds;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.KeyOverview;

namespace ByokConsole.Web.Tests.KeyOverview;

/// <summary>A registered key that nothing uses yet: its access is granted from its page.</summary>
public sealed class GrantAccessTests : PageTestContext
{
    private static readonly KeyRow Row = new() { Registration = Samples.Registration with { State = "AVAILABLE" } };
    private static readonly Run Revocation = Samples.Run with { Id = "run-revoke", Kind = RunKind.RevokeAccess, State = RunState.Succeeded };

    public GrantAccessTests() => Registrations.Registrations.Add(Samples.Registration);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Key_That_Lacks_A_Role_Is_Granted_Access_By_A_Run()
    {
        var card = Card(new KeyDetails { Row = Row, Assignments = Assigned() });

        await ClickAsync(card, "Grant access");

        var run = Assert.Single(await RunStore.ListAsync(null, Token));
        Assert.Equal((RunKind.GrantAccess, Samples.Registration.Id, $"/runs/{run.Id}"), (run.Kind, run.Input.RegistrationId, Place));
    }

    [Fact]
    public async Task Asked_While_It_Is_Being_Granted_It_Leads_To_That_Run()
    {
        await ClickAsync(Card(new KeyDetails { Row = Row, Assignments = Assigned() }), "Grant access");
        await ClickAsync(Card(new KeyDetails { Row = Row, Assignments = Assigned() }), "Grant access");

        Assert.Single(await RunStore.ListAsync(null, Token));
    }

    [Fact]
    public async Task Why_It_Was_Not_Granted_Is_Told()
    {
        Registrations.Registrations.Clear();
        var card = Card(new KeyDetails { Row = Row, Assignments = Assigned() });

        await ClickAsync(card, "Grant access");

        Assert.Contains("Access was not granted.", card.Markup, StringComparison.Ordinal);
        Assert.Empty(await RunStore.ListAsync(null, Token));
    }

    [Fact]
    public void Nobody_Is_Offered_To_Give_What_Is_There_Or_What_Was_Revoked()
    {
        Assert.False(Offers(new KeyDetails { Row = Row, Assignments = Assigned([.. KeyVaultRole.OfGrant]) }));
        Assert.False(Offers(new KeyDetails { Row = Row, Assignments = Assigned(), Revocation = Revocation }));
        Assert.False(Offers(new KeyDetails { Row = Row with { Cluster = Samples.Cluster }, Assignments = Assigned() }));
        Assert.True(Offers(new KeyDetails { Row = Row, Assignments = Assigned(KeyVaultRole.OfGrant[0]) }));
        Assert.True(Offers(new KeyDetails { Row = Row, Assignments = Assigned(), Revocation = Revocation with { State = RunState.Cancelled } }));
    }

    private bool Offers(KeyDetails details) => Card(details).FindAll("button").Any(button => Text(button) == "Grant access");

    private IRenderedComponent<KeyGrants> Card(KeyDetails details) => Render<KeyGrants>(p => p.Add(x => x.Details, details));

    private static Answer<IReadOnlyList<RoleAssignment>> Assigned(params KeyVaultRole[] roles)
        => new([.. roles.Select(role => new RoleAssignment(role.Name, Samples.Registration.Vault!.ToString(), role.Id, Guid.NewGuid(), Samples.Noon, false))]);
}
