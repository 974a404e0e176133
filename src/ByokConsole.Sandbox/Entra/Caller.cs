namespace ByokConsole.Sandbox.Entra;

/// <summary>Who a token speaks for.</summary>
public sealed record Caller(Guid ObjectId, string AppId, Guid TenantId);

/// <summary>Why a token does not count.</summary>
public enum TokenProblem
{
    None,
    Missing,
    Invalid,
    Audience,
    Expired,
}

/// <summary>What a front makes of an Authorization header.</summary>
public sealed record TokenVerdict(Caller? Caller, TokenProblem Problem);
