namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>Where the draft's last change stands.</summary>
public enum SaveState
{
    Saved,
    Unsaved,

    /// <summary>Another tab saved other entries first: a person chooses which to keep.</summary>
    Conflict,

    /// <summary>The draft was discarded elsewhere.</summary>
    Gone,
}
