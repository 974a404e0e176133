namespace ByokConsole.Web.Shared;

/// <summary>What a thing's state means to a person. Colour is for these, and for nothing else.</summary>
public enum Status
{
    Pass,
    Warn,
    Fail,

    /// <summary>Under way, nothing to do.</summary>
    Wait,

    /// <summary>Cannot be seen from here.</summary>
    Skip,

    /// <summary>Not needed, or switched off.</summary>
    Off,

    /// <summary>Still to come.</summary>
    Next,
}
