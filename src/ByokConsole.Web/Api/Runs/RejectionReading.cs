using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Api.Problems;

namespace ByokConsole.Web.Api.Runs;

/// <summary>Why a run failed.</summary>
/// <param name="Reason">The cloud's own reason, or the check's.</param>
/// <param name="WhatExists">What exists now and what does not.</param>
/// <param name="Errors">What to mend, part by part; may be empty.</param>
public sealed record RejectionReading(string Reason, string WhatExists, IReadOnlyList<ApiError> Errors)
{
    /// <summary>The cloud's own code, or the check's name.</summary>
    public string? Code { get; init; }

    /// <summary>The cloud's request id, for its support.</summary>
    public string? RequestId { get; init; }

    internal static RejectionReading Of(Rejection rejection) => new(
        rejection.Reason,
        rejection.WhatExists,
        [.. rejection.Fields.Select(field => new ApiError(rejection.Code ?? Core.Codes.Of(field.Field), field.Message)
        {
            Source = Pointers.InCluster(field.Field) is { } pointer ? new ApiErrorSource(pointer) : null,
        })])
    {
        Code = rejection.Code,
        RequestId = rejection.RequestId,
    };
}
