using ByokConsole.Web.Features.SandboxPortal;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>Confluent's side of the registered keys.</summary>
public sealed class RegistrationsPageTests : PortalTestContext
{
    [Theory]
    [InlineData("VALID", "IN_USE", "\"p-1\"", "Valid westeurope since 4 days ago", "in use", "p-1", "")]
    [InlineData("INVALID", "AVAILABLE", "null", "Invalid Never granted. since 4 days ago", "available", "none in the tenant", "Create principal Delete")]
    [InlineData("INITIALIZING", "AVAILABLE", "\"p-1\"", "Not tried yet since 4 days ago", "available", "p-1", "Delete")]
    public void A_registration_tells_what_Confluent_makes_of_its_key_and_what_can_be_done(
        string phase, string state, string principal, string validation, string use, string who, string acts)
    {
        Host.Lists["registrations"] = $"[{Registration(phase, state, principal)}]";

        var page = Render<RegistrationsPage>();

        Assert.Equal(["staging cck-st4g1", "kv-orders-weu/staging-cmk", validation, use, who], page.FindAll("td").Take(5).Select(Text));
        Assert.Equal(acts, Offered(page));
        Assert.Equal("/keys/cck-st4g1", page.Find("td a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_missing_service_principal_is_created()
    {
        Host.Lists["registrations"] = $"[{Registration("INVALID", "AVAILABLE", "null")}]";
        var page = Render<RegistrationsPage>();

        await ClickLabelledAsync(page, "Create principal of cck-st4g1");

        Assert.Equal("""POST principals {"applicationId":"app-1"}""", Assert.Single(Host.Acts));
    }

    [Fact]
    public async Task A_free_registration_is_deleted_only_after_a_second_word()
    {
        Host.Lists["registrations"] = $"[{Registration("VALID", "AVAILABLE", "\"p-1\"")}]";
        var page = Render<RegistrationsPage>();

        await ClickLabelledAsync(page, "Delete cck-st4g1");
        Assert.Empty(Host.Acts);
        await ClickAsync(Dialogs, "Delete registration");

        Assert.Equal("DELETE registrations/cck-st4g1", Assert.Single(Host.Acts));
        Assert.Equal("cck-st4g1 is deleted.", Text(page.Find(".done")));
    }

    [Fact]
    public void None_at_all_leads_to_where_one_is_made()
        => Assert.Contains("The console's wizard makes one", Render<RegistrationsPage>().Markup, StringComparison.Ordinal);

    private static string Registration(string phase, string state, string principal) => $$"""
        {"id":"cck-st4g1","displayName":"staging","keyId":"https://kv-orders-weu.vault.azure.net/keys/staging-cmk","state":"{{state}}","phase":"{{phase}}",
        "message":{{(phase == "INVALID" ? "\"Never granted.\"" : "null")}},"region":{{(phase == "VALID" ? "\"westeurope\"" : "null")}},
        "since":"2026-11-25T00:00:00+00:00","applicationId":"app-1","principalId":{{principal}},"clusters":[]}
        """;
}
