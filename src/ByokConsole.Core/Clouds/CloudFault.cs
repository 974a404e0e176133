namespace ByokConsole.Core.Clouds;

/// <summary>An unsuccessful answer of a cloud, as a value. Never carries a secret, a token or a request body.</summary>
public sealed record CloudFault(CloudService Service, FaultKind Kind, string Message)
{
    /// <summary>HTTP status, or null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The cloud's own (innermost) error code, or null.</summary>
    public string? Code { get; init; }

    /// <summary>The cloud's request id, for its support, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the cloud asked to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Entries that name a part of the request; empty when there are none.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>For <see cref="FaultKind.AlreadyExists"/>: id of the one that exists, if the cloud told it, or null.</summary>
    public string? ExistingId { get; init; }

    /// <summary>True when a write may have happened although no clear answer came: look before sending it again.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>True when the same question may well be answered a little later.</summary>
    public bool IsTransient => Kind is FaultKind.Throttled or FaultKind.CloudError or FaultKind.Unreachable or FaultKind.Malformed;
}
