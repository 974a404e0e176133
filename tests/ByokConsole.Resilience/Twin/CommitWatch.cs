using System.Data.Common;
using System.Runtime.CompilerServices;
using ByokConsole.Resilience.Blows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ByokConsole.Resilience.Twin;

/// <summary>
/// Every commit of one console passes here, whichever store makes it. A console is struck before its transaction begins and after it was committed: in
/// between it would hold the database, which a server takes from one that stands still, and the machine from one that is gone.
/// </summary>
internal sealed class CommitWatch(Plot plot, ConsoleLife life) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    /// <summary>A store's own transaction, whose entries are not known when it begins.</summary>
    private const string Transaction = "Run";

    private readonly ConditionalWeakTable<DbContext, object> _saving = [];
    private Moment? _struck;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var context = eventData.Context!;
        if (context.Database.CurrentTransaction is not null)
            return result;
        _saving.AddOrUpdate(context, this);
        await BeforeAsync(What(context));
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (_saving.Remove(eventData.Context!))
            await AfterAsync();
        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (!_saving.TryGetValue(eventData.Context!, out _))
            await BeforeAsync(Transaction);
        return result;
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!_saving.TryGetValue(eventData.Context!, out _))
            await AfterAsync();
    }

    private async Task BeforeAsync(string what)
    {
        if (life.IsInUse)
            return;
        life.RequireAlive();
        plot.Trace.Add($"{life.Name}: commit {what}");
        if (life.StopsAtCommit)
        {
            life.StopsAtCommit = false;
            await life.StopAsync("before what was answered is written");
        }

        _struck = plot.IsStruck ? null : plot.Commit(await life.StepAsync(), what);
        if (_struck is Moment.BeforeCommit)
            await life.StopAsync("before a commit");
    }

    private async Task AfterAsync()
    {
        if (_struck is not Moment.AfterCommit || life.IsInUse)
            return;
        _struck = null;
        await life.StopAsync("after a commit");
    }

    private static string What(DbContext context)
        => string.Join(", ", context.ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged)
            .Select(entry => entry.Metadata.ShortName().Replace("Row", "", StringComparison.Ordinal)).Distinct().Order());
}
