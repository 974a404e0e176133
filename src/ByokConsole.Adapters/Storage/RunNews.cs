using ByokConsole.Core.Provisioning;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ByokConsole.Adapters.Storage;

/// <summary>
/// Hears what the other consoles on the database write to runs, and tells it to those who watch here. What was said while nobody listened
/// is lost, so after each connection everybody looks anew.
/// </summary>
internal sealed partial class RunNews(SharedDatabase database, RunFeed feed, TimeProvider time, ILogger<RunNews> logger) : BackgroundService
{
    public const string Channel = "byok_runs";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Asks the server now and then whether it is still there: who only listens would not notice.</summary>
    private const int KeepAliveSeconds = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Deaf(logger, e.GetType().Name);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = KeepAliveSeconds };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await using (connection.ConfigureAwait(false))
        {
            connection.Notification += (_, news) => feed.Publish(news.Payload);
            await connection.OpenAsync(stoppingToken).ConfigureAwait(false);
            var listen = new NpgsqlCommand($"LISTEN {Channel}", connection);
            await using (listen.ConfigureAwait(false))
                await listen.ExecuteNonQueryAsync(stoppingToken).ConfigureAwait(false);
            feed.PublishAll();
            while (true)
                await connection.WaitAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning, "What other consoles write is not heard at the moment ({Reason}); pages look for themselves every two seconds")]
        public static partial void Deaf(ILogger logger, string reason);
    }
}
