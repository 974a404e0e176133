namespace ByokConsole.Web.Hosting;

/// <summary>The console will not start, for a reason that a person can mend. Its lines are printed; nobody wants a stack trace.</summary>
public sealed class StartRefusedException(IReadOnlyList<string> lines, Exception? inner = null)
    : Exception(string.Join(Environment.NewLine, lines), inner)
{
    public StartRefusedException(string line, Exception? inner = null)
        : this([line], inner)
    {
    }

    public IReadOnlyList<string> Lines { get; } = lines;
}
