namespace ByokConsole.Core.Ports;

/// <summary>
/// Registration key of the cloud ports that never ask twice: a check is a question that a person is waiting for, and an unknown
/// vault must be a finding at once. The ports registered without a key repeat safe calls a little.
/// </summary>
public static class AskOnce
{
    public const string Key = "ask-once";
}
