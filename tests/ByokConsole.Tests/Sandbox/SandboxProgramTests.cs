using ByokConsole.Sandbox.Hosting;

namespace ByokConsole.Tests.Sandbox;

/// <summary>The command line of the sandbox alone, as far as it starts nothing.</summary>
public sealed class SandboxProgramTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Its_help_explains_every_option_with_its_default(string asked)
    {
        var (exit, output, error) = await RunAsync(asked);

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("A console attaches to it with --Sandbox:EnvFile.", output, StringComparison.Ordinal);
        Assert.All(["--port <port>", "5443, or the next free one", "--data <folder>", "byok-console]", "--reset", "seeded world"], part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'--prot'", "--prot", "5443")]
    [InlineData("'start'", "start")]
    [InlineData("--port is 'web'. Give a port from 1 to 65535, or 0 for any free one.", "--port", "web")]
    [InlineData("--port is '65536'.", "--port", "65536")]
    [InlineData("--port is '-1'.", "--port", "-1")]
    [InlineData("'--port'", "--port")]
    [InlineData("--data is empty. Give a folder.", "--data", "")]
    [InlineData("'@more.txt'", "@more.txt")]
    public async Task What_is_not_understood_is_refused_with_its_name_and_the_way_to_the_help(string said, params string[] args)
    {
        var (exit, output, error) = await RunAsync(args);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.EndsWith("--help lists the options.", error.TrimEnd(), StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await SandboxProgram.RunAsync(args, output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
