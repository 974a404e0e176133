namespace ByokConsole.Tests.Cli;

public sealed class KeyDeleteTests(CliConsole console) : IClassFixture<CliConsole>
{
    [Fact]
    public async Task Registrations_are_deleted_all_or_none_and_only_by_those_who_are_sure()
    {
        var missing = (await console.RunAsync("key", "delete", "cck-n0gr4", "cck-nobody", "--force")).Ends(3);
        Assert.Contains("cck-nobody", missing.Errors, StringComparison.Ordinal);
        (await console.RunAsync("describe", "cck-n0gr4")).Ends(0);

        var unasked = (await console.RunAsync("key", "delete", "cck-n0gr4")).Ends(6);
        Assert.Contains("--force", unasked.Errors, StringComparison.Ordinal);

        (await console.RunAtTerminalAsync("n\n", "key", "delete", "cck-n0gr4")).Ends(1);
        (await console.RunAsync("describe", "cck-n0gr4")).Ends(0);

        var agreed = (await console.RunAtTerminalAsync("y\n", "key", "delete", "cck-n0gr4")).Ends(0);
        Assert.Contains("Delete cck-n0gr4? (y/n)", agreed.Output, StringComparison.Ordinal);
        (await console.RunAsync("describe", "cck-n0gr4")).Ends(3);

        var forced = (await console.RunAsync("delete", "cck-an4l1", "--force")).Ends(0);
        Assert.Empty(forced.Output);
        (await console.RunAsync("describe", "cck-an4l1")).Ends(3);
    }

    [Fact]
    public async Task A_registration_in_use_is_not_deleted()
    {
        var refused = (await console.RunAsync("delete", "cck-st4g1", "--force")).Ends(1);

        Assert.StartsWith("Error: ", refused.Errors, StringComparison.Ordinal);
    }
}
