using ByokConsole.Resilience.Blows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ByokConsole.Resilience.Twin;

/// <summary>Every commit of one console passes here, whichever store makes it.</summary>
internal sealed class CommitWatch(Plot plot, ConsoleLife life) : SaveChangesInterceptor
{
    private Moment? _struck;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (life.IsInUse)
            return result;
        life.RequireAlive();
        var what = What(eventData.Context!);
        plot.Trace.Add($"{life.Name}: commit {what}");
        if (life.StopsAtCommit)
        {
            life.StopsAtCommit = false;
            await life.StopAsync("before what was answered is written");
        }

        _struck = plot.IsStruck ? null : plot.Commit(await life.StepAsync(), what);
        if (_struck is Moment.BeforeCommit)
            await life.StopAsync("before a commit");
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (_struck is Moment.AfterCommit && !life.IsInUse)
        {
            _struck = null;
            await life.StopAsync("after a commit");
        }

        return result;
    }

    private static string What(DbContext context)
        => string.Join(", ", context.ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged)
            .Select(entry => entry.Metadata.ShortName().Replace("Row", "", StringComparison.Ordinal)).Distinct().Order());
}
