using System.Net;
using System.Text.Json.Nodes;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Web;

/// <summary>What can be taken away from a run as a file, over HTTP.</summary>
public sealed class RunFilesTests(SandboxConsole sandbox) : IClassFixture<SandboxConsole>
{
    private readonly RunningConsole _console = sandbox.Console;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evidence.md", "text/markdown", "evidence-{id}.md", "# Evidence: payments-staging")]
    [InlineData("evidence.json", "application/json", "evidence-{id}.json", "byok-console/evidence/1")]
    [InlineData("release.ics", "text/calendar", "release-{id}.ics", "BEGIN:VCALENDAR")]
    public async Task A_file_has_its_type_its_name_and_stays_in_no_cache(string file, string type, string name, string said)
    {
        var run = await PutAsync();

        using var response = await _console.Client.GetAsync($"/runs/{run.Id}/{file}", Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((type, "utf-8"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentType.CharSet));
        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", name.Replace("{id}", run.Id, StringComparison.Ordinal)),
            (disposition.DispositionType, disposition.FileName));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains(said, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_reads_as_json_and_the_calendar_leads_back_to_the_run()
    {
        var run = await PutAsync();

        var json = JsonNode.Parse(await _console.Client.GetStringAsync(new Uri($"/runs/{run.Id}/evidence.json", UriKind.Relative), Token));
        var calendar = (await _console.Client.GetStringAsync(new Uri($"/runs/{run.Id}/release.ics", UriKind.Relative),
            Token)).Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Equal(run.Id, (string?)json!["run"]!["id"]);
        Assert.Contains($"URL:{_console.Address}environments/env-4mq7d/clusters/lkc-st4g1n/revoke/release", calendar,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run-unknown", "evidence.md")]
    [InlineData("run-unknown", "evidence.json")]
    [InlineData("run-unknown", "release.ics")]
    public async Task What_is_not_there_is_not_found(string id, string file)
    {
        using var response = await _console.Client.GetAsync($"/runs/{id}/{file}", Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_day_that_is_not_fixed_is_no_calendar_file()
    {
        var run = await PutAsync(gone: null);

        using var response = await _console.Client.GetAsync($"/runs/{run.Id}/release.ics", Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_gets_none_of_it()
    {
        var run = await PutAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/runs/{run.Id}/evidence.json");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Mode", "cors");

        using var response = await _console.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(OwnOriginOnly.Refusal, await response.Content.ReadAsStringAsync(Token));
    }

    /// <summary>A revocation that has ended: nothing works on it.</summary>
    private Task<Run> PutAsync() => PutAsync(Samples.Noon);

    private Task<Run> PutAsync(DateTimeOffset? gone)
    {
        var id = RunId.New();
        return _console.Services.GetRequiredService<IRunStore>().AddOrGetAsync(
            Samples.Run with
            {
                Id = id,
                Kind = RunKind.RevokeAccess,
                Subject = "payments-staging",
                State = RunState.Succeeded,
                EndedAt = Samples.Noon,
                Input = new RunInput { ClusterId = "lkc-st4g1n", RegistrationId = "cck-st4g1", KeyIdentifier = Samples.StagingKey },
                Facts = new RunFacts { Removal = new RemovalFacts { GoneAt = gone } },
            },
            id,
            Token);
    }
}
