using System.Diagnostics;

namespace ByokConsole.Tests.Core.AsCode.Languages;

/// <summary>A bash in a folder of its own, in which programs of the test's making stand before all others.</summary>
internal sealed class Bash : IDisposable
{
    public const string NoBash = "Needs bash.";

    public static bool IsThere => !OperatingSystem.IsWindows();

    public string Folder { get; } = Directory.CreateTempSubdirectory("byok-bash-").FullName;

    /// <summary>What the script finds in its environment, besides the test's own.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>True when something that a value holds was run: every hostile value tries to leave this mark.</summary>
    public bool IsPwned => File.Exists(Path.Combine(Folder, "pwned"));

    /// <summary>Puts a program in the way of the real one. It finds its own folder in <c>HERE</c>.</summary>
    public void Put(string program, string body)
    {
        var path = Path.Combine(Folder, program);
        File.WriteAllText(path, $"#!/bin/bash\nHERE='{Folder}'\n{body}\n".ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Asserts that bash can read it, without running it.</summary>
    public async Task ParseAsync(string script)
    {
        var (code, _, errors) = await RunAsync(script, "-n");
        Assert.True(code == 0, $"{errors}\n{script}");
    }

    /// <summary>Runs a script as if it were pasted: from its standard input.</summary>
    public Task<EndedProgram> RunAsync(string script, params string[] options)
    {
        var start = new ProcessStartInfo("bash", options) { WorkingDirectory = Folder };
        start.Environment["PATH"] = $"{Folder}:{System.Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return EndedProgram.RunAsync(start, script + "\n", TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
