using ByokConsole.Web.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Web;

public sealed class FolderLockTests
{
    private static readonly FolderHolder Stopping = new(4711, null, DateTimeOffset.UnixEpoch, IsStopping: true);

    [Fact]
    public void A_second_console_is_told_who_holds_the_folder()
    {
        using var folder = new TemporaryFolder();
        using var first = FolderLock.Take(folder.Path);
        first.Sign(new FolderHolder(4711, new Uri("http://localhost:5080"), DateTimeOffset.UnixEpoch));

        var refused = Assert.Throws<StartRefusedException>(() => FolderLock.Take(folder.Path));

        var line = Assert.Single(refused.Lines);
        Assert.Contains("4711", line, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080", line, StringComparison.Ordinal);
        Assert.True(FolderLock.IsHeld(folder.Path));
    }

    [Fact]
    public void A_folder_that_was_left_is_free_whatever_its_last_holder_wrote()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "console.json"), """{ "processId": 4711, "address": "http://localhost:5080", "since": "2026-11-24T00:00:00Z" }""");
        FolderLock.Take(folder.Path).Dispose();

        Assert.False(FolderLock.IsHeld(folder.Path));
        using var again = FolderLock.Take(folder.Path);
        Assert.True(FolderLock.IsHeld(folder.Path));
    }

    [Fact]
    public async Task A_start_waits_for_a_console_that_is_stopping_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider();
        var told = new List<string>();
        var first = FolderLock.Take(folder.Path);
        first.Sign(Stopping);

        var second = FolderLock.TakeAsync(folder.Path, time, told.Add);

        Assert.Contains("4711 is stopping", Assert.Single(told), StringComparison.Ordinal);
        Assert.False(second.IsCompleted);
        first.Dispose();
        time.Advance(TimeSpan.FromSeconds(1));
        (await second).Dispose();
        Assert.Single(told);
    }

    [Fact]
    public async Task A_console_that_does_not_end_is_not_waited_for_longer_than_a_stop_takes()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider();
        using var first = FolderLock.Take(folder.Path);
        first.Sign(Stopping);

        var second = FolderLock.TakeAsync(folder.Path, time, _ => { });
        time.Advance(TimeSpan.FromMinutes(1));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => second);
        Assert.Contains("4711, which was told to stop and has not ended", Assert.Single(refused.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_open_to_others_is_closed_to_them()
    {
        UnixMode.SkipElsewhere();
        using var folder = new TemporaryFolder();
        UnixMode.Set(folder.Path, (UnixFileMode)0b111_101_101);

        using var held = FolderLock.Take(folder.Path);

        Assert.Equal((UnixFileMode)0b111_000_000, UnixMode.Of(folder.Path));
    }
}
