namespace ByokConsole.Core.Drafts;

/// <summary>Who holds the key encryption key. Cannot be changed once the cluster exists.</summary>
public enum EncryptionMode
{
    Automatic,
    SelfManaged,
}
