namespace ByokConsole.Core.Preflight.Words;

/// <summary>What the checks of the key itself say.</summary>
public static class KeyMessages
{
    private const string WhyAsked = "Imported key material is not supported, and Azure does not tell whether a key was imported.";
    private const string Minutes = "It takes effect within minutes; Confluent tries the key again by itself.";

    public static CheckMessage Missing { get; } = new("The vault has no such key, or it was deleted.", "Check the name, create a key, or recover it.");

    /// <summary>Of a key that serves a cluster: another one of the same name would not help.</summary>
    public static CheckMessage Gone { get; } = new("The vault no longer has this key: it was deleted.", "Recover it in the vault, Keys, Manage deleted keys; do not create another of its name.")
    {
        Means = $"{Stakes.StopsWhenNeeded} The key can be recovered until the vault purges it; after that everything the cluster has stored is lost for good.",
        Takes = Minutes,
    };

    public static CheckMessage Disabled { get; } = new("The key is disabled: it can neither wrap nor unwrap.", "Enable it.")
    {
        Means = Stakes.StopsWhenNeeded,
        Takes = Minutes,
    };

    public static CheckMessage NeverDue { get; } = new(
        "The policy rotates before the key expires, and this version never expires: nothing rotates it.", "Let the policy count from its creation.")
    {
        Means = "The data is safe. The key only grows older than your own rules may allow.",
    };

    public static CheckMessage NotRotated { get; } = new(
        "Nothing rotates this key.", "Only automatic rotation is supported; a version made by hand is not.")
    {
        Means = "The data is safe. The key only grows older than your own rules may allow.",
    };

    public static CheckMessage NotAttested { get; } = new(WhyAsked, "Say that this one was generated in the vault.");

    public static CheckMessage NeverAttested { get; } = new($"{WhyAsked} Nobody has said so of this one here.", "");

    public static CheckMessage AttestedElsewhere(string cluster) => new(
        $"Azure does not tell whether a key was imported, and {cluster} was not launched here by someone who said so.", "");

    public static CheckMessage WrongType(string observed) => new(
        $"The key is {observed}; only software-protected RSA keys are supported.", "A key's type cannot be changed: create another.");

    public static CheckMessage WrongSize(string observed) => new(
        $"The key is {observed}; 2048, 3072 and 4096 bits are supported.", "A key's size cannot be changed: create another.");

    public static CheckMessage NotYetValid(string from) => new(
        $"The key is not valid before {from}.", "Bring that date forward, or choose another key.")
    {
        Means = Stakes.NothingNew,
        Takes = Minutes,
    };

    public static CheckMessage Expired(string on) => new($"The key expired on {on}: nothing new can be wrapped with it.", "Move the date, or rotate it.")
    {
        Means = Stakes.NothingNew,
        Takes = Minutes,
    };

    public static CheckMessage Expiring(int days, string rotation) => new(
        $"The key expires in {days} {(days == 1 ? "day" : "days")}, and {rotation}. After that nothing new can be wrapped with it.",
        "Have the policy rotate it before, or move the date.")
    {
        Means = "Nothing happens before that day. What is stored stays readable after it, too.",
    };

    public static CheckMessage CannotWrap(string type) => new(
        $"A key of type {type} can neither wrap nor unwrap, whatever it is permitted.", "Choose or create an RSA key.");

    public static CheckMessage NotPermitted(string operations) => new($"The key does not permit {operations}.", "Permit wrapping and unwrapping.")
    {
        Means = Stakes.StopsWhenNeeded,
        Takes = Minutes,
    };

    public static CheckMessage InUse(string who, string free) => new($"{who}; {free}.", "A key serves one cluster at a time: choose another.");

    public static CheckMessage ServedBefore(string cluster) => new(
        $"This key served cluster {cluster} before.", "Reusing a key is discouraged for production: create a key of its own.");

    /// <param name="names">Versions and their dates.</param>
    public static CheckMessage VersionsDisabled(string names, bool isOne)
    {
        var (which, are, them) = isOne ? ("Version", "is", "it") : ("Versions", "are", "them");
        return new(
            $"{which} {names} {are} disabled. Data that the cluster wrote under {them} cannot be read once its brokers ask for the data key again, "
                + "and the newest version does not help.",
            $"Enable {them} now; it takes effect within minutes.")
        {
            Means = "Part of the stored data is out of reach as long as this lasts. Nothing is lost yet: Key Vault cannot delete a single version.",
        };
    }

    /// <param name="names">Versions and their dates.</param>
    public static CheckMessage MadeByHand(string names, bool isRotated) => new(
        $"A version was made by hand: {names}, {(isRotated ? "not on a day that the rotation policy names" : "though nothing rotates this key by itself")}. "
            + "Confluent supports automatic rotation only.",
        "Keep every version enabled, watch whether Confluent still says VALID, and let the policy make the next one.")
    {
        Means = "The data is safe as long as every version stays enabled.",
    };
}
