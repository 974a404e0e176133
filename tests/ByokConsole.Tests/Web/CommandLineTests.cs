using ByokConsole.Web.Hosting;

namespace ByokConsole.Tests.Web;

/// <summary>What may stand behind the program's name.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--Mode", "Sandbox", "--urls=http://localhost:5081", "--Logging:LogLevel:Default", "Debug")]
    [InlineData("--sandbox:port", "0", "/DataFolder=x", "--Kestrel:Endpoints:A:Url", "http://localhost:1")]
    [InlineData("--DataFolder", "--help-me")]
    public void What_is_read_may_be_given(params string[] args) => CommandLine.RequireKnown(args);

    [Theory]
    [InlineData("--DataFoldr", "--DataFolder?")]
    [InlineData("--port", "--help lists")]
    [InlineData("--Sandbox:Prot", "--Sandbox:Port?")]
    [InlineData("--url", "--urls?")]
    [InlineData("start", "start is no setting")]
    public void What_nothing_reads_is_refused_with_the_nearest_name(string given, string told)
    {
        var refused = Assert.Throws<StartRefusedException>(() => CommandLine.RequireKnown([given, "x"]));

        Assert.Contains(refused.Lines, line => line.Contains(told, StringComparison.Ordinal));
        Assert.Equal(given.StartsWith('-'), !refused.Lines.Any(line => line.StartsWith("  x is", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--DataFolder")]
    [InlineData("--DataFolder=")]
    [InlineData("--DataFolder", "")]
    [InlineData("--DataFolder", "--urls", "http://localhost:5081")]
    public void A_setting_without_its_value_is_refused_rather_than_passed_over(params string[] args)
    {
        var refused = Assert.Throws<StartRefusedException>(() => CommandLine.RequireKnown(args));

        Assert.Contains("  --DataFolder is given without a value.", refused.Lines);
    }

    [Fact]
    public async Task Help_is_printed_and_nothing_is_started()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, printed, _) = await ConsoleProcess.RunAsync(["--DataFolder", folder.Path, "--help"]);

        Assert.Equal(0, exitCode);
        Assert.Contains("--Sandbox:EnvFile <file>", printed, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
