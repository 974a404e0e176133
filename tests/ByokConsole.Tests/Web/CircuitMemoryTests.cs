using ByokConsole.Load.Circuits;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Web;

/// <summary>
/// Waves of open pages against one console, as <c>ByokConsole.Load circuits</c> sends them, only smaller: nothing holds a page that was closed,
/// and of those that were cut off just as many are kept for their browsers as was said.
/// </summary>
public sealed class CircuitMemoryTests
{
    private const int Waves = 3;
    private const int Circuits = 60;
    private const int Retained = 5;

    [Fact]
    public async Task No_page_stays_in_memory_when_its_browser_is_gone()
    {
        var circuits = new CountedCircuits();
        await using var console = await RunningConsole.StartAsync(configure: services => services
            .AddScoped(_ => circuits.New())
            .Configure<CircuitOptions>(options =>
            {
                options.DisconnectedCircuitMaxRetained = Retained;
                // A page that is left while it asks its browser for something is held by that question's deadline: a minute, usually.
                options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(2);
            }));
        using var pages = await CircuitWaves.PrepareAsync(console.Address);

        for (var wave = 0; wave < Waves; wave++)
        {
            var figures = await pages.RunAsync(Circuits, closed: 0.5, () => Task.CompletedTask);
            Assert.Equal((Circuits, 0, null), (figures.Opened, figures.Failed, figures.Failure));
        }

        Assert.Equal((Waves * Circuits) + 1, circuits.Opened);
        await AllButTheRetainedAreGoneAsync(circuits);
    }

    /// <summary>A circuit ends a moment after its browser has gone.</summary>
    private static Task<int> AllButTheRetainedAreGoneAsync(CountedCircuits circuits) => Poll.UntilAsync(() => Task.FromResult(circuits.Held), held => held <= Retained);
}
