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

    [Theory]
    [InlineData("key list --stat available", "There is no option \u201c--stat\u201d here. Did you mean --state? byok key list --help shows")]
    [InlineData("key lits", "There is no command \u201clits\u201d here. Did you mean list? byok key --help shows")]
    [InlineData("kye list", "There is no word \u201ckye\u201d here. Did you mean key?")]
    [InlineData("key describe --chek", "There is no option \u201c--chek\u201d here. byok key describe --help shows")]
    [InlineData("frobnicate", "There is no command \u201cfrobnicate\u201d here. byok --help shows")]
    [InlineData("key describe -- --chek", "\u201c--chek\u201d is no id that begins with cck-.")]
    public async Task A_mistyped_word_is_told_once_with_what_was_probably_meant(string typed, string told)
    {
        var refused = (await ByokExecutable.RunAsync(typed.Split(' '))).Ends(2);

        Assert.StartsWith($"Error: {told}", refused.Errors, StringComparison.Ordinal);
        Assert.Single(refused.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
