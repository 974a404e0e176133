using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ByokConsole.Sandbox.Hosting;

/// <summary>The command line of the sandbox alone.</summary>
internal static class SandboxCommand
{
    private static readonly Option<int?> Port = new("--port")
    {
        Description = $"Port on loopback, which is what clients give as their proxy; 0 for any free one. Without it {SandboxOptions.DefaultPort}, or the next free one",
        HelpName = "port",
        CustomParser = ReadPort,
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "Folder to keep everything in, below sandbox/: the world, the certificate authority, and sandbox.env for clients. One sandbox uses it at a time",
        HelpName = "folder",
        DefaultValueFactory = _ => Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "byok-console"),
        CustomParser = ReadFolder,
    };

    private static readonly Option<bool> Reset = new("--reset")
    {
        Description = "Throws away what is kept, and starts with the seeded world. The certificate authority and the secrets stay",
    };

    /// <param name="run">Runs the sandbox that was asked for, to its end.</param>
    public static RootCommand Create(Func<SandboxOptions, Task<int>> run)
    {
        var command = new RootCommand("""
            Azure and Confluent Cloud on this machine: a proxy on loopback that answers under the clouds' own host names. No call leaves the machine.

            It runs until it is stopped (Ctrl-C), and prints one line when it is ready. Source the sandbox.env that the line names, and unmodified
            clients of that shell (az, curl, the SDKs) talk to it. A console attaches to it with --Sandbox:EnvFile.
            """) { Port, Data, Reset };
        command.SetAction(parse => run(new SandboxOptions
        {
            Port = parse.GetValue(Port),
            DataFolder = parse.GetValue(Data)!,
            Reset = parse.GetValue(Reset),
        }));
        return command;
    }

    private static int? ReadPort(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue)
            return port;
        result.AddError($"--port is '{text}'. Give a port from 1 to 65535, or 0 for any free one.");
        return null;
    }

    private static string? ReadFolder(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (string.IsNullOrWhiteSpace(text))
            result.AddError("--data is empty. Give a folder.");
        return text;
    }
}
