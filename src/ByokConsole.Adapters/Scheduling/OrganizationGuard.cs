using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Adapters.Scheduling;

/// <summary>
/// Stamps the database with the Confluent organization its runs act on, and refuses one that bears another stamp. Where Confluent Cloud
/// cannot be asked at start, the console starts, and no run is worked until it could.
/// </summary>
internal sealed partial class OrganizationGuard(
    IKafkaClusters clusters,
    IDbContextFactory<ConsoleDbContext> contexts,
    StorageOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<OrganizationGuard> logger) : BackgroundService
{
    /// <summary>A cloud that does not answer does not hold up the start for longer.</summary>
    private static readonly TimeSpan StartWait = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once the organization is known to be the database's own.</summary>
    public bool IsKnown => _known.Task.IsCompletedSuccessfully;

    /// <summary>Returns once the organization is known to be the database's own.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);

    /// <exception cref="DatabaseStampException">The database belongs to another organization.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _known.Task.WaitAsync(StartWait, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _ = StopIfRefusedAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await ConfirmAsync(stoppingToken).ConfigureAwait(false))
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(false);
            _known.TrySetResult();
        }
        catch (DatabaseStampException e)
        {
            _known.TrySetException(e);
        }
    }

    /// <summary>The start is over and nobody waits for the answer any more: a refusal that comes now stops the console.</summary>
    private async Task StopIfRefusedAsync()
    {
        try
        {
            await _known.Task.ConfigureAwait(false);
        }
        catch (DatabaseStampException e)
        {
            Log.Differs(logger, e.Message);
            lifetime.StopApplication();
        }
    }

    private async Task<bool> ConfirmAsync(CancellationToken cancellationToken)
    {
        var answer = await clusters.GetOrganizationIdAsync(cancellationToken).ConfigureAwait(false);
        if (answer.IsOk)
            await StampAsync(answer.Value, cancellationToken).ConfigureAwait(false);
        else
            Log.Unknown(logger, answer.Fault.Message);
        return answer.IsOk;
    }

    private async Task StampAsync(string organization, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            // Of two consoles that start at once on a new database, one stamps it, and the other one reads that.
            await context.Stamps.Where(stamp => stamp.Organisation == null)
                .ExecuteUpdateAsync(stamp => stamp.SetProperty(row => row.Organisation, organization), cancellationToken)
                .ConfigureAwait(false);
            var stamped = await context.Stamps.Select(stamp => stamp.Organisation).SingleAsync(cancellationToken).ConfigureAwait(false);
            if (!organization.Equals(stamped, StringComparison.OrdinalIgnoreCase))
                throw DatabaseStampException.Of(options.DatabaseName, $"organization {stamped}", $"organization {organization}");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No run is worked until the organization of the Confluent API key is known: {Reason}")]
        public static partial void Unknown(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Critical, "{Reason}")]
        public static partial void Differs(ILogger logger, string reason);
    }
}
