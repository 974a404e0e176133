using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.CreateCluster;
using ByokConsole.Web.Hosting;

namespace ByokConsole.Web.Tests.CreateCluster;

/// <summary>After the registration: the grant's states, and letting the key go again.</summary>
public sealed class RegisteredKeyTests : WizardTestContext
{
    private static readonly Guid Application = Guid.Parse("7d1f0b52-36c4-4a7e-93c8-0e52f1c9a2c9");

    private static readonly KeyRegistration Registered = FreeRegistration with
    {
        Id = "cck-1",
        ApplicationId = Application,
        TenantId = Guid.Parse(Tenant),
        Validation = new KeyValidation("INITIALIZING", Samples.Noon, null, null),
    };

    [Fact]
    public async Task Without_roles_it_says_not_granted_and_that_it_keeps_looking()
    {
        var page = await OpenRegisteredAsync(Registered);

        page.WaitForAssertion(() => Assert.Contains("Not granted yet. We look every 5 s", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Not granted", Text(page.Find(".track .now")));
    }

    [Fact]
    public async Task In_the_sandbox_the_commands_say_how_to_point_a_shell_at_it()
    {
        Started = Started with { Mode = ConsoleMode.Sandbox };

        var page = await OpenRegisteredAsync(Registered);

        Assert.Equal(". /data/sandbox/sandbox.env", page.WaitForElement("button[aria-label='Copy the command that points the shell at the sandbox']").GetAttribute("data-copy"));
    }

    [Fact]
    public async Task With_the_real_clouds_they_do_not()
    {
        var page = await OpenRegisteredAsync(Registered);

        page.WaitForElement("button[aria-label='Copy the commands that grant access']");
        Assert.NotNull(page.Find("[role=radiogroup][aria-label=As]"));
        Assert.DoesNotContain("sandbox.env", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_both_roles_and_no_verdict_of_Confluent_it_is_taking_effect_with_a_clock()
    {
        await Grants.GrantAsync(Registered.Vault!, Application);
        Clock.Advance(TimeSpan.FromSeconds(192));

        var page = await OpenRegisteredAsync(Registered);

        page.WaitForAssertion(() => Assert.Equal("Taking effect 3:12", Text(page.Find(".track .now"))));
        Assert.Contains("Both roles were given at 12:00:00 UTC.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_Confluent_could_unwrap_it_is_in_force_and_the_step_can_be_left()
    {
        await Grants.GrantAsync(Registered.Vault!, Application);

        var page = await OpenRegisteredAsync(Registered with { Validation = new KeyValidation("VALID", Samples.Noon, null, "eastus") });

        page.WaitForAssertion(() => Assert.Contains("In force: Confluent could wrap and unwrap with the key.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(3, page.FindAll(".track .done").Count);
    }

    [Fact]
    public async Task A_key_that_Confluent_calls_invalid_says_so_in_Confluents_words()
    {
        await Grants.GrantAsync(Registered.Vault!, Application);
        Clock.Advance(TimeSpan.FromHours(2));

        var page = await OpenRegisteredAsync(Registered with { Validation = new KeyValidation("INVALID", Samples.Noon, "The vault said Forbidden.", null) });

        page.WaitForAssertion(() => Assert.Contains("The vault said Forbidden.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("In force: ", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_key_deletes_its_registration_and_opens_the_fields()
    {
        var page = await OpenRegisteredAsync(Registered);

        await ChangeKeyAsync(page);

        page.WaitForAssertion(() => Assert.False(page.Field("Azure Key Vault Resource ID").HasAttribute("readonly")));
        Assert.Empty(Registrations.Registrations);
        Assert.Null((await StoredAsync()).RegistrationId);
    }

    [Fact]
    public async Task A_registration_that_cannot_be_deleted_keeps_the_key_and_says_why()
    {
        var page = await OpenRegisteredAsync(Registered);
        Registrations.Fault = new CloudFault(CloudService.ConfluentCloud, FaultKind.Conflict, "The key is bound to a cluster.") { Status = 409 };

        await ChangeKeyAsync(page);

        Dialogs.WaitForAssertion(() => Assert.Contains("The registration was not deleted, so the key stays as it is.", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("The key is bound to a cluster.", Dialogs.Markup, StringComparison.Ordinal);
        Assert.Equal("cck-1", (await StoredAsync()).RegistrationId);
    }

    [Fact]
    public async Task The_registration_is_kept_when_the_person_says_so()
    {
        var page = await OpenRegisteredAsync(Registered);
        await OpenChangeAsync(page);
        Dialogs.Find("input[type=checkbox]").Change(false);

        await ConfirmAsync();

        page.WaitForAssertion(() => Assert.False(page.Field("Azure Key Vault Resource ID").HasAttribute("readonly")));
        Assert.Single(Registrations.Registrations);
    }

    private async Task<IRenderedComponent<CreateClusterPage>> OpenRegisteredAsync(KeyRegistration registration)
    {
        Registrations.Registrations.Add(registration);
        Vaults.Vaults.Add(GoodVault);
        VaultKeys.Versions[registration.Key!] = [InMemoryVaultKeys.Version(KeyId, '1', Samples.Noon)];
        return await OpenAsync("security", draft =>
        {
            WithGoodKey(draft);
            (draft.RegistrationId, draft.ApplicationId, draft.RegistrationMadeHere) = (registration.Id, Application, true);
        });
    }

    private async Task OpenChangeAsync(IRenderedComponent<CreateClusterPage> page)
    {
        await ClickAsync(page, "Change key");
        Dialogs.WaitForAssertion(() => Assert.Contains("Delete the registration of the old key, cck-1", Dialogs.Markup, StringComparison.Ordinal));
    }

    private Task ConfirmAsync() => ClickAsync(Dialogs, "Change key");

    private async Task ChangeKeyAsync(IRenderedComponent<CreateClusterPage> page)
    {
        await OpenChangeAsync(page);
        await ConfirmAsync();
    }
}
