using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation;

/// <summary>The one rule before a vault key is touched: no cluster in any visible environment uses it, through any registration.</summary>
internal static class KeyGuard
{
    /// <summary>Why the key must not be touched now; null when nobody in sight uses it. What cannot be seen is a reason too.</summary>
    public static async Task<string?> RefusalAsync(KeyUsers users, KeyIdentifier key, CancellationToken cancellationToken)
    {
        var found = await users.FindAsync(key, cancellationToken).ConfigureAwait(false);
        return found switch
        {
            { IsOk: false } => VaultKeySteps.UsersUnseen(key, found.Fault!.Message),
            { Value.Count: > 0 } => Questions.Others(found.Value),
            _ => null,
        };
    }
}
