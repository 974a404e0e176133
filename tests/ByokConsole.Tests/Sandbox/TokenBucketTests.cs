using ByokConsole.Resilience.Twin;
using ByokConsole.Sandbox.Http;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Sandbox;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider _time = new();
    private int _size = 250;

    private TokenBucket Bucket() => new(_time, () => _size, TimeSpan.FromSeconds(10));

    [Fact]
    public void A_full_bucket_gives_its_size_at_once_and_then_what_came_back()
    {
        var bucket = Bucket();

        for (var left = 249; left >= 0; left--)
            Assert.Equal((left, 0), bucket.Take());
        Assert.Equal((-1, 1), bucket.Take());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((24, 0), bucket.Take());
    }

    [Fact]
    public void It_never_holds_more_than_its_size()
    {
        var bucket = Bucket();
        bucket.Take();

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal((249, 0), bucket.Take());
    }

    [Fact]
    public void A_small_one_tells_how_long_it_takes_and_a_refusal_costs_nothing()
    {
        _size = 2;
        var bucket = Bucket();
        bucket.Take();
        bucket.Take();

        Assert.Equal((-1, 5), bucket.Take());
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal((-1, 1), bucket.Take());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((0, 0), bucket.Take());
    }

    [Fact]
    public void A_size_that_is_changed_counts_from_the_next_take()
    {
        var bucket = Bucket();
        bucket.Take();

        _size = 1;

        Assert.Equal((0, 0), bucket.Take());
        Assert.Equal(-1, bucket.Take().Left);
    }

    [Fact]
    public void A_clock_that_is_set_back_takes_nothing_away()
    {
        var time = new TwinTime();
        time.Set(Samples.Noon.AddDays(5));
        var bucket = new TokenBucket(time, () => 250, TimeSpan.FromSeconds(10));

        time.Set(Samples.Noon);

        Assert.Equal((249, 0), bucket.Take());
    }
}
