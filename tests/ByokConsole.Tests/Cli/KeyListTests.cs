using YamlDotNet.RepresentationModel;

namespace ByokConsole.Tests.Cli;

[Collection(CliCollection.Name)]
public sealed class KeyListTests(CliConsole console)
{
    [Fact]
    public async Task Keys_are_listed_in_a_table()
    {
        var listed = (await console.RunAsync("key", "list")).Ends(0);

        var lines = listed.Output.Split('\n');
        Assert.Matches("^ ID +\\| Display Name +\\| Key +\\| Cloud +\\| State +\\| Validation Phase +\\| Standing ", lines[0]);
        Assert.Contains(lines, line => line.StartsWith(" cck-st4g1 ", StringComparison.Ordinal) && line.Contains(" lkc-st4g1n ", StringComparison.Ordinal));
        Assert.Empty(listed.Errors);
    }

    [Fact]
    public async Task Json_has_the_names_of_the_API()
    {
        var listed = (await console.RunAsync("list", "-o", "json", "--key", "https://kv-orders-weu.vault.azure.net/keys/staging-cmk")).Ends(0);

        var key = Assert.Single(listed.Json.AsArray())!;
        Assert.Equal("cck-st4g1", (string?)key["id"]);
        Assert.Equal("VALID", (string?)key["validation"]!["phase"]);
        Assert.Equal("lkc-st4g1n", (string?)key["cluster_id"]);
    }

    [Fact]
    public async Task Yaml_says_what_json_says()
    {
        var json = (await console.RunAsync("describe", "cck-st4g1", "-o", "json")).Ends(0).Json;
        var yaml = (await console.RunAsync("describe", "cck-st4g1", "-o", "yaml")).Ends(0).Output;

        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        Assert.Equal(json.AsObject().Select(member => member.Key), root.Children.Keys.Select(key => key.ToString()));
        Assert.Equal((string?)json["registration"]!["tenant_id"], root["registration"]["tenant_id"].ToString());
        Assert.Equal((string?)json["registration"]!["created_at"], root["registration"]["created_at"].ToString());
        Assert.Equal(json["role_assignments"]!.AsArray().Count, ((YamlSequenceNode)root["role_assignments"]).Children.Count);
    }

    [Theory]
    [InlineData("human", "None found.\n")]
    [InlineData("json", "[]\n")]
    [InlineData("yaml", "[]\n")]
    public async Task A_list_of_nothing_says_so(string form, string expected)
    {
        var listed = (await console.RunAsync("key", "list", "--cloud", "aws", "-o", form)).Ends(0);

        Assert.Equal(expected, listed.Output);
        Assert.Empty(listed.Errors);
    }

    [Fact]
    public async Task Words_of_filters_are_taken_as_the_vendor_writes_them()
    {
        var listed = (await console.RunAsync("key", "list", "--state", "IN_USE", "--validation-phase", "valid", "--region", "westeurope", "-o", "json")).Ends(0);

        Assert.Contains(listed.Json.AsArray(), key => (string?)key!["id"] == "cck-st4g1");
        Assert.DoesNotContain(listed.Json.AsArray(), key => (string?)key!["state"] == "AVAILABLE");
    }

    [Fact]
    public async Task What_is_no_console_is_told_apart()
    {
        var other = (await ByokExecutable.RunAsync(["key", "list", "-o", "json", "--server", $"{console.Address}another/site"])).Ends(7);

        Assert.Equal("no_console", (string?)other.Problem["code"]);
    }

    [Fact]
    public async Task A_word_that_is_none_is_wrong_usage()
    {
        var refused = (await console.RunAsync("key", "list", "--standing", "splendid")).Ends(2);

        Assert.Contains("--standing is one of broken, warning,", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("byok key list --help", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(refused.Output);
    }
}
