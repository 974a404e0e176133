namespace ByokConsole.Cli.Output;

/// <summary>What is said beside the data, on stderr: progress, next steps, warnings.</summary>
internal sealed class Talk(TextWriter errors)
{
    public void Say(string line) => errors.WriteLine(line);

    public void Warn(string line) => errors.WriteLine($"Warning: {line}");
}
