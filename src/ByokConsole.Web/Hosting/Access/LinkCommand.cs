using System.Net.Http.Headers;

namespace ByokConsole.Web.Hosting.Access;

/// <summary>Prints a further link to the Live console that runs with the same data folder. Who can read its token may have one.</summary>
public static class LinkCommand
{
    public const string Name = "link";

    public static async Task<string> RunAsync(ConsoleOptions options)
    {
        if (options.Mode is not ConsoleMode.Live)
            throw new StartRefusedException($"{ConsoleSettings.Mode}: links are for Live mode. In Sandbox mode open the console's address as it is.");
        var folder = options.ModeFolder;
        // Only a console that holds the folder is asked: anybody could listen at the address of one that has gone, and would be told the token.
        if (!FolderLock.IsHeld(folder) || FolderLock.Holder(folder)?.Address is not { } address)
            throw new StartRefusedException($"No console runs with the data folder {folder}. Start it with --Mode Live, or give the right {ConsoleSettings.DataFolder}.");

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, AccessGate.LinksPath));
        try
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(ApiToken.FileIn(folder))).Trim());
            using var response = await http.SendAsync(request);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadAsStringAsync()
                : throw new StartRefusedException($"The console at {address} answered {(int)response.StatusCode}. Start it again.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The console at {address} cannot be asked: {e.Message}", e);
        }
    }
}
