namespace ByokConsole.Core.Provisioning;

/// <summary>Another worker has taken the run: this one must stop where it stands, before it acts on a cloud.</summary>
public sealed class FenceLostException : Exception
{
    public FenceLostException()
        : base("Another worker has taken the run.")
    {
    }

    public FenceLostException(string message)
        : base(message)
    {
    }

    public FenceLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
