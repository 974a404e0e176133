using ByokConsole.Core.Drafts;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.CreateCluster.Session;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Web.Tests.CreateCluster.Session;

public sealed class DraftSaverTests
{
    [Fact]
    public async Task A_draft_is_called_saved_only_once_the_store_has_it()
    {
        var (time, store, disk) = (new FakeTimeProvider(), new InMemoryDraftStore(), new TaskCompletionSource());
        var drafts = new DraftService(store, new InMemoryKeyRegistrations(), new InMemoryRunStore(), time);
        using var saver = new DraftSaver(drafts, time);
        await saver.OpenAsync((await drafts.CreateAsync("env-1", Xunit.TestContext.Current.CancellationToken)).Id, Xunit.TestContext.Current.CancellationToken);
        store.Disk = disk.Task;
        saver.Draft!.DisplayName = "orders";
        saver.MarkUnsaved();

        var saving = saver.SaveAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(SaveState.Unsaved, saver.Told);

        disk.SetResult();
        await saving;
        Assert.Equal(SaveState.Saved, saver.Told);
    }
}
