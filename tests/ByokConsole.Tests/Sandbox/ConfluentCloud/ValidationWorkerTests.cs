using System.Net;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

/// <summary>The worker that tries registrations, over a tenant that answers when the test wants it.</summary>
public sealed class ValidationWorkerTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task A_trial_that_was_under_way_when_the_world_was_started_over_says_nothing_of_the_new_one()
    {
        var folder = Directory.CreateTempSubdirectory("byok-worker-").FullName;
        using var world = new World(new WorldStore(folder, reset: false));
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var clock = new CloudClock(world, time);
        var seed = new SeededWorld(world, clock);
        seed.PutIfEmpty();
        var valid = world.Registrations.All.Count(registration => registration.Phase == "VALID");
        using var tenant = new HeldTenant(world.Registrations.All.Count());
        using var client = new HttpClient(tenant);
        using var stop = new CancellationTokenSource();
        var worker = new ValidationWorker(world, clock, new CustomerKey(SecretBox.OpenOrCreate(folder), time, () => client)).RunAsync(stop.Token);
        await TickUntilAsync(time, () => tenant.AllAsked);

        time.Advance(Tick);
        seed.StartOver();
        tenant.Refuse();
        await TickUntilAsync(time, () => tenant.AllAskedAgain);
        await stop.CancelAsync();

        Assert.Equal(valid, world.Registrations.All.Count(registration => registration.Phase == "VALID"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker);
    }

    private static async Task TickUntilAsync(FakeTimeProvider time, Func<bool> isSo)
    {
        using var real = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!isSo())
        {
            // Short of the ten seconds that a trial is patient.
            time.Advance(TimeSpan.FromMilliseconds(50));
            await real.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Holds the first request of each registration, then refuses it; to any later one it says that it is busy, which settles nothing.</summary>
    private sealed class HeldTenant(int registrations) : HttpMessageHandler
    {
        private const string NoPrincipal = """{"error":"unauthorized_client","error_codes":[7000229]}""";

        private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _requests;

        public bool AllAsked => Volatile.Read(ref _requests) >= registrations;

        public bool AllAskedAgain => Volatile.Read(ref _requests) >= registrations * 2;

        public void Refuse() => _refused.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isFirst = Interlocked.Increment(ref _requests) <= registrations;
            if (isFirst)
                await _refused.Task.WaitAsync(cancellationToken);
            return new HttpResponseMessage(isFirst ? HttpStatusCode.BadRequest : HttpStatusCode.TooManyRequests) { Content = new StringContent(isFirst ? NoPrincipal : "{}") };
        }
    }
}
