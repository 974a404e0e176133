
namespace ByokConsole.Tests.Web.Api;

/// <summary>The API's description, as it is served and as it was reviewed.</summary>
public sealed class ApiDocumentTests(ApiConsole api) : IClassFixture<ApiConsole>
{
    private const string WriteIt = "BYOK_WRITE_DOCS";

    [Fact]
    public async Task The_reviewed_document_is_the_one_that_is_served()
    {
        var file = Path.Combine(Repository.Root, "docs", "openapi.json");
        var served = (await api.AskAsync(HttpMethod.Get, "/api/openapi/v1.json")).Text.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable(WriteIt) == "1")
            await File.WriteAllTextAsync(file, served, TestContext.Current.CancellationToken);

        var kept = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.True(kept.ReplaceLineEndings("\n") == served, $"docs/openapi.json is not what is served. Run the tests with {WriteIt}=1, and read the change.");
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_sentence_and_what_it_answers()
    {
        var document = (await api.AskAsync(HttpMethod.Get, "/api/openapi/v1.json")).Json;
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!).ToList();

        Assert.True(operations.Count > 20);
        Assert.All(operations, operation =>
        {
            Assert.EndsWith(".", (string)operation["description"]!, StringComparison.Ordinal);
            Assert.NotEmpty((string)operation["operationId"]!);
            Assert.All(operation["parameters"]?.AsArray() ?? [], parameter => Assert.EndsWith(".", (string)parameter!["description"]!, StringComparison.Ordinal));
            Assert.Contains(operation["responses"]!.AsObject(), response => response.Key.StartsWith('2'));
        });
        Assert.All(document["paths"]!.AsObject(), path => Assert.StartsWith("/api/v1/", path.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_that_shows_it_fetches_nothing_from_elsewhere_and_runs_no_script_but_its_own()
    {
        var page = await api.AskAsync(HttpMethod.Get, "/api/docs/");

        var nonce = System.Text.RegularExpressions.Regex.Match(page.Headers["Content-Security-Policy"], "'nonce-([^']+)'").Groups[1].Value;
        Assert.NotEmpty(nonce);
        Assert.Contains($"nonce=\"{nonce}\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.NotEqual(nonce, System.Text.RegularExpressions.Regex.Match(
            (await api.AskAsync(HttpMethod.Get, "/api/docs/")).Headers["Content-Security-Policy"], "'nonce-([^']+)'").Groups[1].Value);
    }
}
