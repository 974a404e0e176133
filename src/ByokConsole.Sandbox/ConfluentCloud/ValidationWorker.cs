using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Identifiers;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>Tries each registration's key again and again: soon while it is not valid, seldom once it is. <c>since</c> moves when phase or message do.</summary>
public sealed class ValidationWorker(World world, CloudClock clock, CustomerKey customerKey)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    /// <summary>How many times longer a valid registration waits for its next trial.</summary>
    private const int ValidFactor = 5;

    private readonly Dictionary<string, DateTimeOffset> _tried = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick, clock.Real);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var registration in world.Registrations.All.Where(IsDue).ToList())
                await TryAsync(registration, cancellationToken);
        }
    }

    private bool IsDue(RegistrationRecord registration)
        => !_tried.TryGetValue(registration.Id, out var at)
            || clock.Real.GetUtcNow() - at >= world.Now.ValidationInterval * (registration.Phase == "VALID" ? ValidFactor : 1);

    private async Task TryAsync(RegistrationRecord registration, CancellationToken cancellationToken)
    {
        _tried[registration.Id] = clock.Real.GetUtcNow();
        var (wrapped, problem) = await customerKey.WrapNewAsync(registration, cancellationToken);
        world.Write(change =>
        {
            if (world.Registrations.Find(registration.Id) is not { } now)
                return;
            var phase = wrapped is not null ? "VALID" : "INVALID";
            if (now.Phase == phase && now.Message == problem)
                return;
            var vault = VaultIds.NameOf(now.KeyId);
            change.Put(world.Registrations, now with
            {
                Phase = phase,
                Message = problem,
                Since = clock.GetUtcNow(),
                Region = now.Region ?? (wrapped is null ? null : world.Vaults.Find(vault)?.Location),
            });
        });
    }
}
