using ByokConsole.Web.Api.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ByokConsole.Web.Api;

/// <summary>The caller's name for one request: sent again with the same name, it is the same request.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int Longest = 200;

    /// <summary>What is wrong with it, or null; it may be absent.</summary>
    public static ProblemHttpResult? ProblemWith(string? key)
        => key is null || (key.Length is > 0 and <= Longest && key.All(c => c is > ' ' and <= '~'))
            ? null
            : ApiProblems.Of(400, "invalid_idempotency_key", $"{Header} is up to {Longest} printable ASCII characters without spaces.");
}
