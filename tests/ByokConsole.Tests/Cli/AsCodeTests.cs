namespace ByokConsole.Tests.Cli;

/// <summary>Texts of the API go to stdout as they are, and nothing is done.</summary>
public sealed class AsCodeTests
{
    private const string Code = "resource \"confluent_kafka_cluster\" \"orders\" {\n}\n";

    [Theory]
    [InlineData("az")]
    [InlineData("powershell")]
    [InlineData("bicep")]
    [InlineData("terraform")]
    [InlineData("rest")]
    public async Task A_grant_is_printed_in_a_language_of_choice(string form)
    {
        await using var stub = new StubConsole(Code, "text/plain");

        var printed = (await ByokExecutable.RunAsync(["grant", "show", "cck-an4l1", "--as", form], ("BYOK_SERVER", stub.Address.ToString()))).Ends(0);

        Assert.Equal(Code, printed.Output);
        Assert.Empty(printed.Errors);
        Assert.Equal([$"GET /api/v1/keys/cck-an4l1/grant/{form}"], stub.Asked);
    }

    [Theory]
    [InlineData("terraform")]
    [InlineData("confluent")]
    [InlineData("byok")]
    [InlineData("curl")]
    public async Task A_cluster_is_printed_for_a_tool_of_choice_and_not_created(string form)
    {
        await using var stub = new StubConsole(Code, "text/plain");

        var printed = (await ByokExecutable.RunAsync(
            ["cluster", "create", "orders", "--environment", "env-9kx2v", "--cloud", "azure", "--region", "eastus", "--availability", "high", "--cku", "2", "--byok", "cck-an4l1", "--as", form],
            ("BYOK_SERVER", stub.Address.ToString()))).Ends(0);

        Assert.Equal(Code, printed.Output);
        var asked = Assert.Single(stub.Asked);
        Assert.StartsWith($"POST /api/v1/environments/env-9kx2v/clusters/code?as={form} ", asked, StringComparison.Ordinal);
        Assert.EndsWith(
            """{"display_name":"orders","region":"eastus","availability":"multi_zone","cku":2,"registration_id":"cck-an4l1","material_generated":false}""", asked, StringComparison.Ordinal);
    }
}
