using System.CommandLine;
using ByokConsole.Cli.Api;

namespace ByokConsole.Cli.Options;

/// <summary>Where the console is and who asks; the same for every command.</summary>
internal static class ConnectionOptions
{
    /// <summary>Where a console listens that was told nothing else.</summary>
    public const string DefaultServer = "http://localhost:5080";

    private const string ServerVariable = "BYOK_SERVER";
    private const string TokenVariable = "BYOK_TOKEN";
    private const string TokenFileVariable = "BYOK_TOKEN_FILE";

    public static Option<string> Server { get; } = new("--server")
    {
        Description = $"Address of the console; else {ServerVariable}, else {DefaultServer}",
        HelpName = "url",
        Recursive = true,
    };

    public static Option<FileInfo> TokenFile { get; } = new Option<FileInfo>("--token-file")
    {
        Description = $"File with the token of a console in Live mode (live/api-token in its data folder); else {TokenFileVariable}, else the token in {TokenVariable}",
        HelpName = "file",
        Recursive = true,
    };

    /// <exception cref="CommandFailure">What is given cannot be used.</exception>
    public static ConsoleTransport Open(ParseResult parse)
    {
        var text = parse.GetValue(Server) ?? Variable(ServerVariable) ?? DefaultServer;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
            throw Wrong($"\u201c{text}\u201d is no address of a console. It looks like {DefaultServer}.");
        if (!server.AbsolutePath.EndsWith('/'))
            server = new Uri(server, server.AbsolutePath + "/");
        var token = (parse.GetValue(TokenFile)?.FullName ?? Variable(TokenFileVariable)) is { } file ? Read(file) : Variable(TokenVariable);
        if (token is not null && server is { Scheme: "http", IsLoopback: false })
            throw Wrong($"The token would go to {server} unencrypted, for everybody in between to read. Give an https address.");
        return new ConsoleTransport(server, token);
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } token && token.All(c => c is > ' ' and <= '~')
                ? token
                : throw Wrong($"{file} holds no token.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"The token cannot be read: {e.Message}");
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static CommandFailure Wrong(string detail) => new(ExitCode.WrongUsage, "wrong_usage", detail);
}
