namespace ByokConsole.Cli.Output;

/// <summary>
/// What is said beside the data, on stderr: progress, next steps, warnings. Where data goes to a program and stderr to a file, it is silent,
/// so that stderr holds the problem and nothing else.
/// </summary>
internal sealed class Talk(TextWriter errors, OutputFormat format)
{
    private readonly bool _isSilent = format is not OutputFormat.Human && Console.IsErrorRedirected;

    public void Say(string line)
    {
        if (!_isSilent)
            errors.WriteLine(line);
    }

    public void Warn(string line) => Say($"{Color.Careful("Warning:")} {line}");

    /// <summary>Said without a line break, before an answer is typed.</summary>
    public void Ask(string prompt) => errors.Write(prompt);
}
