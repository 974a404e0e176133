namespace ByokConsole.Tests.Cli;

[Collection(CliCollection.Name)]
public sealed class LostReplyTests(CliConsole console)
{
    [Fact]
    public async Task A_key_whose_reply_is_lost_is_registered_once()
    {
        await using var lossy = new LossyDoor(console.Address);
        var key = (await ByokExecutable.RunAsync(
            [.. CliConsole.KeyCreate("kv-orders-eus", "payments-cmk"), "-o", "json"], ("BYOK_SERVER", lossy.Address.ToString()))).Ends(0);

        Assert.Equal(1, lossy.Lost);
        var runs = (await console.RunAsync("run", "list", "--kind", "register-key", "-o", "json")).Ends(0).Json.AsArray();
        Assert.Single(runs, run => (string?)run!["registration_id"] == (string?)key.Json["id"]);
        Assert.Single(runs, run => (string?)run!["subject"] == "payments-cmk");
    }
}
