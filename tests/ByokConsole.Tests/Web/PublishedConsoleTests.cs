using System.Diagnostics;
using System.Net;

namespace ByokConsole.Tests.Web;

public sealed class PublishedConsoleTests
{
    /// <summary>A published console that lost its content root answers 200 with nothing in it, so sizes count, not status codes.</summary>
    [Fact]
    public async Task A_published_console_serves_all_its_files_from_wherever_it_is_started()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        await PublishAsync(folder.Path);
        var start = Programs.Start(
            Path.Combine(folder.Path, "ByokConsole.Web.dll"), "--DataFolder", elsewhere.Path, "--Sandbox:Port", "0", "--urls", "http://127.0.0.1:0");
        start.WorkingDirectory = elsewhere.Path;
        await using var console = await ServerProcess.StartAsync(start);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = console.Address };

        foreach (var (path, least) in new[]
        {
            ("/", 1000), ("/app.css", 2000), ("/ByokConsole.Web.styles.css", 2000), ("/favicon.svg", 100), ("/fonts/geist.woff2", 10000),
            ("/Shared/CopyButton.razor.js", 300), ("/_content/MudBlazor/MudBlazor.min.css", 100000), ("/_framework/blazor.web.js", 50000),
        })
        {
            var body = await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(body.Length >= least, $"{path} has {body.Length} bytes");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "/app.css") { Headers = { { "Accept-Encoding", "br" } } };
        using var compressed = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("br", Assert.Single(compressed.Content.Headers.ContentEncoding));
    }

    private static async Task PublishAsync(string folder)
    {
        var publish = await EndedProgram.RunAsync(
            new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "src", "ByokConsole.Web"), "--no-build", "-c", Repository.Configuration, "-o", folder, "-nologo"]),
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(publish.Code == 0, publish.Output);
    }
}
