using AngleSharp.Dom;
using ByokConsole.Core;
using ByokConsole.Core.Ports;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.CreateCluster;
using ByokConsole.Web.Features.Environments;
using ByokConsole.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Web.Tests;

/// <summary>A live page over the real Core, with clouds and stores as the test sets them up.</summary>
public abstract class PageTestContext : ConsoleTestContext
{
    /// <param name="isLive">False: the test says later whether it renders the first paint or the live page.</param>
    protected PageTestContext(bool isLive = true)
    {
        Grants = new InMemoryAccessGrants(Clock);
        AddPort<IKafkaClusters>(Kafka);
        AddPort<IKeyRegistrations>(Registrations);
        AddPort<IVaults>(Vaults);
        AddPort<IVaultKeys>(VaultKeys);
        AddPort<IAccessGrants>(Grants);
        Services.AddSingleton<IActivityLog>(Activity);
        Services.AddSingleton<IRunStore>(RunStore).AddSingleton(RunStore.Feed);
        Services.AddSingleton<IRunScheduler>(Woken);
        Services.AddSingleton<IDraftStore>(Drafts);
        Services.AddSingleton<IKeyBindings>(Bindings).AddSingleton<IKeyHealthStore>(Health);
        Services.AddSingleton<IAuditTrail>(Audit);
        Services.AddLogging().AddByokCore();
        Services.AddSingleton(_ => Started);
        Services.AddScoped<CurrentEnvironment>();
        Services.AddCreateCluster();
        if (isLive)
            SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>How the console was started.</summary>
    protected ConsoleOptions Started { get; set; } = new() { Mode = ConsoleMode.Live, DataFolder = "/data" };

    protected InMemoryKafkaClusters Kafka { get; } = new();

    protected InMemoryKeyRegistrations Registrations { get; } = new();

    protected InMemoryVaults Vaults { get; } = new();

    protected InMemoryVaultKeys VaultKeys { get; } = new();

    protected InMemoryAccessGrants Grants { get; }

    protected InMemoryActivityLog Activity { get; } = new();

    protected InMemoryKeyBindings Bindings { get; } = new();

    protected InMemoryKeyHealthStore Health { get; } = new();

    protected InMemoryAuditTrail Audit { get; } = new();

    protected WokenRuns Woken { get; } = new();

    protected InMemoryRunStore RunStore { get; } = new();

    protected InMemoryDraftStore Drafts { get; } = new();

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>Path and query of the address the page has gone to.</summary>
    protected string Place => new Uri(Navigation.Uri).PathAndQuery;

    /// <summary>What a person reads: the text without the markup's own white space.</summary>
    protected static string Text(IElement element)
        => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Lets the page's next look come: its timer starts only after its first live render.</summary>
    protected void LookAgain<T>(IRenderedComponent<T> page)
        where T : IComponent
    {
        page.WaitForAssertion(() => JSInterop.VerifyInvoke("import"));
        Clock.Advance(TimeSpan.FromSeconds(3));
    }

    /// <summary>Clicks the one button of that name.</summary>
    protected static Task ClickAsync<T>(IRenderedComponent<T> page, string name)
        where T : IComponent
        => ClickAsync(page, button => Text(button) == name);

    /// <summary>Finds and clicks in one go: no render can come between that would make the found button an old one.</summary>
    protected static Task ClickAsync<T>(IRenderedComponent<T> page, Func<IElement, bool> isIt)
        where T : IComponent
        => page.InvokeAsync(() => page.FindAll("button").Single(isIt).ClickAsync());

    private void AddPort<T>(T port)
        where T : class
        => Services.AddSingleton(port).AddKeyedSingleton(AskOnce.Key, port);
}
