namespace ByokConsole.Adapters;

/// <summary>One thing that is wrong with the settings, by the full key to mend.</summary>
public sealed record SettingProblem(string Key, string Message)
{
    public override string ToString() => $"{Key}: {Message}";
}
