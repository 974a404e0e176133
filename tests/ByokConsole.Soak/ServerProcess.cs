using System.Diagnostics;
using System.Globalization;

namespace ByokConsole.Soak;

/// <summary>A console or a sandbox as a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    /// <summary>Starts it and waits for the line that says it is ready; gives what that line ends with.</summary>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<(ServerProcess Server, string Address)> StartAsync(string assembly, params IReadOnlyList<string> arguments)
    {
        const string Ready = " is ready: ";
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, .. arguments]) { RedirectStandardOutput = true };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Ready, StringComparison.Ordinal) is not (> 0 and var at))
                continue;
            // What it says later is read and dropped: a pipe that is full would stop it.
            _ = process.StandardOutput.ReadToEndAsync();
            return (new(process), line[(at + Ready.Length)..]);
        }

        throw new InvalidOperationException($"{Path.GetFileName(assembly)} did not start.");
    }

    /// <summary>Memory that the process has of the machine, in MB; zero where the machine does not tell.</summary>
    public double Megabytes()
    {
        try
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").FirstOrDefault(one => one.StartsWith("VmRSS:", StringComparison.Ordinal));
            return line is null ? 0 : int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();
}
