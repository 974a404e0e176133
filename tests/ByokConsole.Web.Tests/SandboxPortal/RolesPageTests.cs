using ByokConsole.Web.Features.SandboxPortal;
using MudBlazor;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>Who may do what, and changing it.</summary>
public sealed class RolesPageTests : PortalTestContext
{
    private const string AtVault = "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv-orders-weu";

    public RolesPageTests()
    {
        Host.Lists["assignments"] = $"[{Assignment("a-1", AtVault)},{Assignment("a-2", "/subscriptions/s")}]";
        Host.Lists["vaults"] = $"[{Vault()}]";
        Host.Lists["roles"] = """[{"id":"r-1","name":"Key Vault Reader"}]""";
        Host.Lists["principals"] = """[{"applicationId":"app-1","name":"Confluent","id":"p-1","isConfluent":true},{"applicationId":"app-2","name":"Nobody yet","id":null,"isConfluent":true}]""";
    }

    [Fact]
    public void An_assignment_tells_who_what_and_where_with_every_id_to_copy()
    {
        var page = Render<RolesPage>();

        Assert.Equal(["Confluent p-1", "Key Vault Reader", "kv-orders-weu", "4 days ago", "Remove"], page.FindAll("td").Take(5).Select(Text));
        Assert.Contains("p-1", page.FindAll("[data-copy]").Select(button => button.GetAttribute("data-copy")));
        Assert.Contains("the subscription", page.FindAll("td").Select(Text));
    }

    [Fact]
    public async Task A_vault_in_the_address_shows_what_is_assigned_there()
    {
        Navigation.NavigateTo("/sandbox/roles?vault=kv-orders-weu");
        var page = Render<RolesPage>();
        Assert.Single(page.FindAll("tbody tr"));

        await ClickAsync(page, "All 2");

        Assert.Equal("/sandbox/roles", Place);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task A_role_is_removed_only_after_a_second_word()
    {
        var page = Render<RolesPage>();

        await ClickLabelledAsync(page, "Remove Key Vault Reader of Confluent at kv-orders-weu");
        Assert.Empty(Host.Acts);
        await ClickAsync(Dialogs, "Remove role");

        Assert.Equal("DELETE assignments/a-1", Assert.Single(Host.Acts));
        Assert.Equal("Removed.", Text(page.Find(".done")));
    }

    [Fact]
    public async Task A_role_is_assigned_to_one_who_has_a_service_principal()
    {
        Navigation.NavigateTo("/sandbox/roles?vault=kv-orders-weu");
        var page = Render<RolesPage>();
        await ClickAsync(page, "Assign a role");
        Assert.True(page.FindAll("button").Single(button => Text(button) == "Assign").HasAttribute("disabled"));

        await ChooseAsync(page, "Principal", "p-1");
        await ChooseAsync(page, "Role", "r-1");
        await ClickAsync(page, "Assign");

        Assert.Equal($$"""POST assignments {"principalId":"p-1","roleId":"r-1","scope":"{{AtVault}}"}""", Assert.Single(Host.Acts));
    }

    private static Task ChooseAsync(IRenderedComponent<RolesPage> page, string label, string value)
        => page.InvokeAsync(() => page.FindComponents<MudSelect<string>>().Single(one => one.Instance.Label == label).Instance.ValueChanged.InvokeAsync(value));

    private static string Assignment(string name, string scope) => $$"""
        {"name":"{{name}}","resourceId":"{{scope}}/providers/Microsoft.Authorization/roleAssignments/{{name}}","scope":"{{scope}}","role":"Key Vault Reader",
        "principalId":"p-1","principal":"Confluent","createdAt":"2026-11-25T00:00:00+00:00","inForceFrom":"2026-11-25T00:00:08+00:00"}
        """;
}
