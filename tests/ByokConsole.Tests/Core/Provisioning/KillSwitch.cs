namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>Counts the moments at which a process may die, and dies at one of them.</summary>
internal sealed class KillSwitch
{
    private readonly List<string> _passed = [];

    /// <summary>Index of the moment to die at, or null to live.</summary>
    public int? DieAt { get; set; }

    public IReadOnlyList<string> Passed => _passed;

    public void Pass(string where)
    {
        _passed.Add(where);
        if (DieAt == _passed.Count - 1)
            throw new ProcessKilledException(where);
    }
}
