using ByokConsole.Core.Drafts;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Features.CreateCluster.Session;
using Microsoft.Data.Sqlite;
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

    [Fact]
    public async Task What_a_full_disk_did_not_take_is_kept_told_and_saved_by_itself_once_there_is_room()
    {
        var (time, store) = (new FakeTimeProvider(), new InMemoryDraftStore());
        var drafts = new DraftService(store, new InMemoryKeyRegistrations(), new InMemoryRunStore(), time);
        using var saver = new DraftSaver(drafts, time);
        await saver.OpenAsync((await drafts.CreateAsync("env-1", Xunit.TestContext.Current.CancellationToken)).Id, Xunit.TestContext.Current.CancellationToken);
        store.Disk = Task.FromException(new InvalidOperationException("Saving failed.", new SqliteException("database or disk is full", 13)));
        saver.Draft!.DisplayName = "orders";
        saver.MarkUnsaved();

        await saver.SaveAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal((SaveState.Unsaved, "The disk that holds the console's database is full."), (saver.State, saver.Trouble?.What));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(SaveState.Unsaved, saver.State);

        store.Disk = Task.CompletedTask;
        var saved = new TaskCompletionSource();
        saver.Changed += () => saved.TrySetResult();
        time.Advance(TimeSpan.FromSeconds(5));
        await saved.Task.WaitAsync(TimeSpan.FromSeconds(30), Xunit.TestContext.Current.CancellationToken);

        Assert.Equal((SaveState.Saved, null), (saver.State, saver.Trouble));
        Assert.Equal("orders", (await store.FindAsync(saver.Draft!.Id, Xunit.TestContext.Current.CancellationToken))!.DisplayName);
    }

    [Fact]
    public async Task Who_types_on_and_on_is_saved_each_second_all_the_same()
    {
        var (time, store) = (new FakeTimeProvider(), new InMemoryDraftStore());
        var drafts = new DraftService(store, new InMemoryKeyRegistrations(), new InMemoryRunStore(), time);
        using var saver = new DraftSaver(drafts, time);
        await saver.OpenAsync((await drafts.CreateAsync("env-1", Xunit.TestContext.Current.CancellationToken)).Id, Xunit.TestContext.Current.CancellationToken);
        List<Task> saves = [];

        for (var key = 0; key < 12; key++)
        {
            saver.Draft!.DisplayName += "x";
            saves.Add(saver.SaveSoonAsync(Xunit.TestContext.Current.CancellationToken));
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        var stored = await store.FindAsync(saver.Draft!.Id, Xunit.TestContext.Current.CancellationToken);
        Assert.InRange(stored!.DisplayName.Length, 10, 12);
        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(saves);
    }
}
