using ByokConsole.Web.Hosting;

namespace ByokConsole.Tests.Web;

public sealed class FolderLockTests
{
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
    public void A_folder_open_to_others_is_closed_to_them()
    {
        UnixMode.SkipElsewhere();
        using var folder = new TemporaryFolder();
        UnixMode.Set(folder.Path, (UnixFileMode)0b111_101_101);

        using var held = FolderLock.Take(folder.Path);

        Assert.Equal((UnixFileMode)0b111_000_000, UnixMode.Of(folder.Path));
    }
}
