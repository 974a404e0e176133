namespace ByokConsole.Core.Drafts;

/// <summary>Where a self-managed key comes from: a registration that exists, or one made by this draft.</summary>
public enum KeySource
{
    CreateNew,
    UseExisting,
}
