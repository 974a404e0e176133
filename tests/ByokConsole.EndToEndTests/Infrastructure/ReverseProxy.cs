using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>The proxy of docs/operations.md, as it stands there, in front of the consoles of a test.</summary>
public sealed class ReverseProxy : IAsyncDisposable
{
    private const string Destinations = "ReverseProxy:Clusters:consoles:Destinations";
    private static readonly string[] Names = ["one", "two", "three"];
    private readonly WebApplication _app;
    private readonly ConcurrentStack<string> _circuits = new();

    private ReverseProxy(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Which of the consoles, in the order in which they were given, serves the page that connected last.</summary>
    public int LastCircuit => _circuits.TryPeek(out var name) ? Array.IndexOf(Names, name) : -1;

    /// <summary>Starts it on a free port of loopback.</summary>
    public static async Task<ReverseProxy> StartAsync(IReadOnlyList<Uri> consoles)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Documented())));
        builder.Configuration.AddInMemoryCollection(
            consoles.Index().Select(console => KeyValuePair.Create($"{Destinations}:{Names[console.Index]}:Address", (string?)console.Item.ToString())));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddReverseProxy().LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"));
        var proxy = new ReverseProxy(builder.Build());
        proxy._app.MapReverseProxy(steps =>
        {
            steps.UseSessionAffinity();
            steps.UseLoadBalancing();
            steps.Use((context, next) =>
            {
                if (context.Request.Path == "/_blazor")
                    proxy._circuits.Push(context.GetReverseProxyFeature().AvailableDestinations[0].DestinationId);
                return next(context);
            });
        });
        await proxy._app.StartAsync();
        return proxy;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Documented()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));
        return page.Split("```json\n")[1].Split("```")[0];
    }
}
