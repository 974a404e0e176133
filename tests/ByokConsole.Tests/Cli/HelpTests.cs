namespace ByokConsole.Tests.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> Commands { get; } =
    [
        "key create", "key list", "key describe", "key update", "key delete", "create",
        "cluster create", "cluster list", "cluster describe", "cluster delete", "preflight", "grant show", "grant apply", "grant wait",
        "run list", "run describe", "run watch", "run answer", "run cancel", "health", "revoke", "completion",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_shows_how_it_is_used(string command)
    {
        var help = (await ByokExecutable.RunAsync([.. command.Split(' '), "--help"])).Ends(0);

        Assert.Matches($"Examples?:\n  byok {command}", help.Output);
    }

    [Fact]
    public async Task The_help_of_byok_tells_every_command_and_the_exit_codes()
    {
        var help = (await ByokExecutable.RunAsync(["--help"])).Ends(0);

        Assert.All(Commands, command => Assert.Contains($"\n  {command.Data.Split(' ')[0]} ", help.Output, StringComparison.Ordinal));
        Assert.Contains("130  interrupted", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "compdef ")]
    [InlineData("pwsh", "Register-ArgumentCompleter ")]
    public async Task A_shell_is_given_a_script_that_asks_byok(string shell, string registers)
    {
        var script = (await ByokExecutable.RunAsync(["completion", shell])).Ends(0);

        Assert.Contains(registers, script.Output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", script.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Byok_suggests_what_can_come_next()
    {
        var line = "byok key list --state ";

        var suggested = (await ByokExecutable.RunAsync([$"[suggest:{line.Length}]", line])).Ends(0);

        Assert.Equal(["available", "in-use"], suggested.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
