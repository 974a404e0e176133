using System.Net;
using System.Net.Sockets;

namespace ByokConsole.Cli.Api;

/// <summary>Says that the console cannot be reached or does not let us in, and what to do about it.</summary>
internal static class Unreachable
{
    public static CommandFailure Of(Uri server, HttpRequestException fault) => Because(
        "console_unreachable",
        fault.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            ? $"No console answers at {server}. Start it (dotnet run --project src/ByokConsole.Web), or say where it is with --server or BYOK_SERVER."
            : $"The console at {server} cannot be reached: {Sentence(fault.GetBaseException().Message)} Check --server or BYOK_SERVER.");

    public static CommandFailure Silent(Uri server)
        => Because("console_unreachable", $"The console at {server} does not answer in time. Look at its log, and at what was done, before asking again.");

    public static CommandFailure NoConsole(Uri server, HttpStatusCode status) => Because(
        "no_console", $"What answers at {server} is no ByokConsole, or an older one than this byok needs (HTTP {(int)status}). Check --server or BYOK_SERVER.");

    public static CommandFailure NotLetIn(Uri server, string says) => Because(
        "not_let_in", $"The console at {server} does not let us in. {says} Name that file with --token-file, or put the token into BYOK_TOKEN.");

    public static CommandFailure Stopping(Uri server, string says) => Because("console_stopping", $"The console at {server} does not serve now. {says}");

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";

    private static CommandFailure Because(string code, string detail) => new(ExitCode.Unreachable, code, detail);
}
