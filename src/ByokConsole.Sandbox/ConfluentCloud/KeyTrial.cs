namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>How an attempt to wrap and unwrap with a customer's key ended.</summary>
public abstract record KeyTrial
{
    private KeyTrial()
    {
    }

    /// <summary>The vault wrapped a data key and gave it back.</summary>
    /// <param name="Key">The data key as it may be kept.</param>
    /// <param name="Region">The vault's region, as its answer says.</param>
    public sealed record Granted(WrappedKey Key, string? Region) : KeyTrial;

    /// <summary>The tenant or the vault said no.</summary>
    public sealed record Refused(string Reason) : KeyTrial;

    /// <summary>Neither a yes nor a no: throttled, broken, too slow. To be tried again.</summary>
    public sealed record Unsettled(string Reason) : KeyTrial;
}
