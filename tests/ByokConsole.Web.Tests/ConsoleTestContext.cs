using ByokConsole.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace ByokConsole.Web.Tests;

/// <summary>A page's surroundings: MudBlazor, and a clock that stands still until told.</summary>
public abstract class ConsoleTestContext : BunitContext
{
    /// <summary>A build machine may be busy: what is waited for comes by itself, and only a defect takes this long.</summary>
    static ConsoleTestContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    protected ConsoleTestContext()
    {
        Services.AddMudServices();
        Services.AddScoped<Heartbeat>();
        Services.AddReconnection();
        Services.AddSingleton<TimeProvider>(Clock);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
}
