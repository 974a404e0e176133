using System.Net;
using ByokConsole.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ByokConsole.Tests.Web;

/// <summary>The moments between the word to stop and the end, as a browser and another start see them.</summary>
public sealed class StoppingTests
{
    [Fact]
    public async Task A_page_that_connects_again_while_the_console_stops_does_not_hold_it_up()
    {
        await using var console = await RunningConsole.StartAsync();
        using var before = await NegotiateAsync(console);
        console.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        using var after = await NegotiateAsync(console);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, after.StatusCode);
        Assert.True(after.Headers.ConnectionClose);
    }

    [Fact]
    public async Task A_console_that_stops_says_so_in_its_folder_and_gives_its_address_no_more()
    {
        await using var console = await RunningConsole.StartAsync();
        var folder = Path.Combine(console.DataFolder, "sandbox");
        Assert.Equal(console.Address, FolderLock.Holder(folder)?.Address);

        console.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal((null, true), (FolderLock.Holder(folder)!.Address, FolderLock.Holder(folder)!.IsStopping));
    }

    private static Task<HttpResponseMessage> NegotiateAsync(RunningConsole console)
        => console.Client.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, TestContext.Current.CancellationToken);
}
