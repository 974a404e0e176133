using System.Net;
using System.Text.RegularExpressions;
using ByokConsole.Tests.Adapters;
using ByokConsole.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Tests.Web;

public sealed partial class FaultPageTests
{
    [Fact]
    public async Task A_page_that_cannot_be_made_shows_the_id_under_which_the_log_tells_why()
    {
        using var log = new CapturedLog();
        await using var console = await RunningConsole.StartAsync(configure: services =>
        {
            services.AddLogging(logging => logging.ClearProviders().AddProvider(log));
            services.AddSingleton<ConsoleOptions>(_ => throw new InvalidOperationException("what only the log may tell"));
        });

        using var response = await console.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("what only the log may tell", html, StringComparison.Ordinal);
        var id = Id().Match(html).Groups[1].Value;
        Assert.Matches($"(?s)A request failed \\({id}\\): GET / .*what only the log may tell", log.Text);
    }

    [Theory]
    [InlineData(13, "The disk that holds the console&#x27;s database is full. Free some space.")]
    [InlineData(8, "The console&#x27;s database can be read and not written.")]
    [InlineData(5, "Another program holds the console&#x27;s database.")]
    public async Task A_page_that_needs_a_database_in_trouble_says_what_the_matter_is(int code, string said)
    {
        await using var console = await RunningConsole.StartAsync(
            configure: services => services.AddSingleton<ConsoleOptions>(_ => throw new DbUpdateException("no", new SqliteException("no", code))));

        using var response = await console.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(said, Spaces().Replace(Tags().Replace(html, " "), " "), StringComparison.Ordinal);
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("data-copy=\"([0-9a-f]{32})\"")]
    private static partial Regex Id();
}
