namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>Ids of Confluent's objects (<c>lkc-…</c>, <c>cck-…</c>): prefixes are not judged, characters are.</summary>
internal static class ObjectId
{
    private const int MaxLength = 64;

    public static bool IsPlausible(string id)
        => id.Length is > 0 and <= MaxLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
