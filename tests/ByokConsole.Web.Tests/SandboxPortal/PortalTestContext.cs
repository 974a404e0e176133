using ByokConsole.Adapters;
using ByokConsole.Adapters.Sandboxes;
using ByokConsole.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>A live page of the sandbox's portal over the real client, with a control host as the test sets it up.</summary>
public abstract class PortalTestContext : PageTestContext
{
    private readonly string _envFile = Path.GetTempFileName();

    protected PortalTestContext()
        : base(isLive: false)
    {
        File.WriteAllText(_envFile, $"export SANDBOX_CONTROL_TOKEN='{FakeControlHost.Token}'\n");
        Host.Lists["storm"] = "{}";
        Started = new ConsoleOptions { Mode = ConsoleMode.Sandbox, DataFolder = "/data" };
        Services.AddSingleton(_ => new SandboxControl(new CloudTransport(Host), _envFile));
        Services.AddSingleton(new SandboxTime(() => Clock.GetUtcNow().AddDays(5)));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Render<MudPopoverProvider>();
        Dialogs = Render<MudDialogProvider>();
    }

    protected FakeControlHost Host { get; } = new();

    /// <summary>Where dialogs appear.</summary>
    protected IRenderedComponent<MudDialogProvider> Dialogs { get; }

    /// <summary>A key of the seeded world.</summary>
    protected static string Key(string name = "orders-cmk", string more = "") => $$"""
        {"vault":"kv-orders-weu","name":"{{name}}","id":"https://kv-orders-weu.vault.azure.net/keys/{{name}}","version":"v1","versions":2,"kty":"RSA",
        "size":3072,"operations":["wrapKey"],"enabled":true,"rotatesAt":"2027-01-10T00:00:00+00:00"{{more}}}
        """;

    /// <summary>A vault of the seeded world.</summary>
    protected static string Vault(string name = "kv-orders-weu", string more = "") => $$"""
        {"name":"{{name}}","resourceId":"/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/{{name}}","location":"westeurope",
        "tenantId":"t-1","sku":"standard","enableRbacAuthorization":true,"enablePurgeProtection":true,"softDeleteRetentionInDays":90,
        "publicNetworkAccess":"Enabled","networkAcls":null,"keys":3,"createdAt":"2026-09-29T00:00:00+00:00"{{more}}}
        """;

    /// <summary>The sentences of the one error that is shown.</summary>
    protected static string Alarm<T>(IRenderedComponent<T> page)
        where T : IComponent
        => string.Join(' ', page.FindAll("[role=alert] p").Select(Text));

    /// <summary>The words on the buttons of a row.</summary>
    protected static string Offered<T>(IRenderedComponent<T> page)
        where T : IComponent
        => string.Join(' ', page.FindAll("td .acts button").Select(Text));

    /// <summary>Clicks the one button that is announced as this.</summary>
    protected static Task ClickLabelledAsync<T>(IRenderedComponent<T> page, string label)
        where T : IComponent
        => ClickAsync(page, button => button.GetAttribute("aria-label") == label);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Host.Dispose();
        File.Delete(_envFile);
    }
}
