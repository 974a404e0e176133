using ByokConsole.Sandbox.Http;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Sandbox;

public sealed class RateWindowTests
{
    private const int Limit = 300;

    [Fact]
    public void The_limit_holds_for_a_minute_and_then_starts_anew()
    {
        var time = new FakeTimeProvider();
        var window = new RateWindow(time, TimeSpan.FromMinutes(1), () => Limit);

        Assert.Equal((Limit - 1, 60), window.Count());
        time.Advance(TimeSpan.FromSeconds(45));
        for (var i = 2; i < Limit; i++)
            window.Count();
        Assert.Equal((0, 15), window.Count());
        Assert.Equal((-1, 15), window.Count());
        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal((Limit - 1, 60), window.Count());
    }
}
