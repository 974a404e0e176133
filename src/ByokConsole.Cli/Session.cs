using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Options;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli;

/// <summary>What one invocation works with: the console, where data goes, where talk goes.</summary>
internal sealed class Session : IDisposable
{
    private readonly ConsoleTransport _transport;

    private Session(ConsoleTransport transport, OutputFormat format)
    {
        _transport = transport;
        Console = new ConsoleClient(transport);
        Out = new Printer(System.Console.Out, format);
        Talk = new Talk(System.Console.Error, format);
    }

    public ConsoleClient Console { get; }

    public Printer Out { get; }

    public Talk Talk { get; }

    public static Session Open(ParseResult parse) => new(ConnectionOptions.Open(parse), OutputOption.Of(parse));

    public void Dispose() => _transport.Dispose();
}
