using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace ByokConsole.Adapters.Storage;

/// <summary>
/// Refuses a console that cannot open the keys which the others sealed: it would make keys of its own, and a page or a cookie of one
/// console would be a forgery to the next.
/// </summary>
internal sealed class SealGuard(
    IDbContextFactory<ConsoleDbContext> contexts, SharedDatabase shared, KeySeal seal, StartLock start) : IHostedService
{
    /// <exception cref="DatabaseUnusableException">A key was sealed with another secret, or this one cannot be had.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => start.AloneAsync(CheckAsync, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using (context.ConfigureAwait(false))
        {
            var own = $"by=\"{seal.Mark}\"";
            if (await ((PostgreSqlDbContext)context).DataProtectionKeys
                .AnyAsync(key => key.Xml!.Contains("<sealed ") && !key.Xml.Contains(own), cancellationToken).ConfigureAwait(false))
                throw new DatabaseUnusableException(
                    $"The database {shared} cannot be used: its keys were sealed with another secret than that in {seal.FilePath}. "
                    + "Give every console on it the same Protection:SealFile. If that file is lost, empty the table "
                    + "data_protection_keys: open pages then have to be loaded anew.");
        }
    }
}
