using System.Security.Cryptography;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>Makes ids as Confluent Cloud's: a prefix and six letters or digits, none of them easily mistaken for another.</summary>
internal static class ConfluentIds
{
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 6;

    /// <summary>An id that is not taken.</summary>
    public static string New(string prefix, Func<string, bool> isTaken)
    {
        string id;
        do
            id = prefix + RandomNumberGenerator.GetString(Letters, Length);
        while (isTaken(id));
        return id;
    }
}
