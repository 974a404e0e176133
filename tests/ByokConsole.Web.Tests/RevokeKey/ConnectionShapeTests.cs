using ByokConsole.Web.Features.RevokeKey;

namespace ByokConsole.Web.Tests.RevokeKey;

public sealed class ConnectionShapeTests
{
    [Fact]
    public void Each_minute_is_a_step()
        => Assert.Equal("M0 60H10V120H20",
            ConnectionShape.Of(RevocationSamples.Reading(minute => minute switch { 0 => 1, 1 => 0, _ => null })).Line);

    [Fact]
    public void A_minute_without_a_point_is_a_gap_and_counted()
    {
        var shape = ConnectionShape.Of(RevocationSamples.Reading(minute => minute == 20 ? null : 0));

        Assert.Equal(2, shape.Line.Count(letter => letter == 'M'));
        Assert.Equal(2, shape.Area.Count(letter => letter == 'Z'));
        Assert.Equal(1, shape.Missing);
    }

    [Fact]
    public void The_window_is_the_quarter_of_an_hour_before_the_lag()
    {
        var shape = ConnectionShape.Of(RevocationSamples.Reading(_ => 0));

        Assert.Equal((400, 150), (shape.WindowX, shape.WindowWidth));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 2)]
    [InlineData(12, 20)]
    [InlineData(143, 200)]
    [InlineData(1000, 1000)]
    public void The_top_line_is_a_round_number_that_holds_everything(double most, double top)
        => Assert.Equal(top, ConnectionShape.Of(RevocationSamples.Reading(_ => most)).Top);

    [Fact]
    public void Without_any_data_nothing_is_drawn()
    {
        var shape = ConnectionShape.Of(RevocationSamples.Reading(_ => null));

        Assert.Equal(("", "", 55), (shape.Line, shape.Area, shape.Missing));
    }
}
