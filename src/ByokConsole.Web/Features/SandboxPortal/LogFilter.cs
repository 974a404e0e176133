using ByokConsole.Adapters.Sandboxes;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>Which requests of the log are shown; null lets every one through.</summary>
public sealed record LogFilter(string? Host, string? Method, string? Answer, string? Vault, string? Key, string? Who)
{
    /// <summary>The answers to choose from, with their words.</summary>
    public static IReadOnlyList<(string Key, string Word)> Answers { get; } =
        [("done", "Done"), ("refused", "Refused (4xx)"), ("failed", "Failed (5xx)"), ("cut", "Cut"), ("fault", "With a fault")];

    public bool IsEmpty => this is { Host: null, Method: null, Answer: null, Vault: null, Key: null, Who: null };

    public bool Admits(SandboxRequest request)
        => Is(Host, request.Host) && Is(Method, request.Method) && Is(Vault, request.Vault) && Is(Key, request.Key)
            && Is(Who, request.Caller) && IsAnswer(request);

    private static bool Is(string? wanted, string? value) => wanted is null || wanted.Equals(value, StringComparison.OrdinalIgnoreCase);

    private bool IsAnswer(SandboxRequest request) => Answer switch
    {
        "done" => request.IsDone,
        "refused" => request.Status is >= 400 and < 500,
        "failed" => request.Status >= 500,
        "cut" => request.Status == 0,
        "fault" => request.Fault is not null,
        _ => true,
    };
}
