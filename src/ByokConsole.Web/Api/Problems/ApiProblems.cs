using ByokConsole.Core;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ByokConsole.Web.Api.Problems;

/// <summary>What the API says when it does not do what was asked: RFC 9457 problems, with a code, and an error for each reason.</summary>
public static class ApiProblems
{
    /// <summary>Nothing was sent or started: rules or checks speak against it.</summary>
    /// <param name="pointerOf">Where a field stands in the request.</param>
    public static ProblemHttpResult Refused(AdmissionReport report, Func<DraftField, string?> pointerOf)
        => Of(
            StatusCodes.Status422UnprocessableEntity, "preflight_failed", "Nothing was started: what was asked for does not pass.",
            [.. report.Problems.Select(problem => ApiError.Of(problem, pointerOf)), .. report.Failed.Select(result => ApiError.Of(result, pointerOf))]);

    /// <summary>A cloud's fault, with the cloud's own words, code and request id.</summary>
    public static ProblemHttpResult Of(CloudFault fault)
    {
        var problem = Of(StatusOf(fault), Codes.Of(fault.Kind), fault.Message, [.. fault.Problems.Select(one => new ApiError(one.Code ?? Codes.Of(fault.Kind), one.Detail)
        {
            Source = one.Pointer is { } pointer ? new ApiErrorSource(pointer) : null,
        })]);
        problem.ProblemDetails.Extensions["cloud"] = fault.Service.ToString();
        Add(problem, "existing_id", fault.ExistingId);
        Add(problem, "cloud_code", fault.Code);
        Add(problem, "cloud_request_id", fault.RequestId);
        return problem;
    }

    public static ProblemHttpResult NotFound(string what) => Of(StatusCodes.Status404NotFound, "not_found", $"{what} Check the id, or list them.");

    public static ProblemHttpResult Of(int status, string code, string detail, IReadOnlyList<ApiError>? errors = null)
    {
        var problem = TypedResults.Problem(detail, statusCode: status);
        problem.ProblemDetails.Extensions["code"] = code;
        if (errors is { Count: > 0 })
            problem.ProblemDetails.Extensions["errors"] = errors;
        return problem;
    }

    private static void Add(ProblemHttpResult problem, string name, string? value)
    {
        if (value is not null)
            problem.ProblemDetails.Extensions[name] = value;
    }

    /// <summary>What was asked of us cannot be done as things stand; what a cloud would not answer is the way to the cloud's fault.</summary>
    private static int StatusOf(CloudFault fault) => fault.Kind switch
    {
        FaultKind.NotFound => StatusCodes.Status404NotFound,
        FaultKind.Conflict or FaultKind.AlreadyExists or FaultKind.Refused or FaultKind.PurgeProtected => StatusCodes.Status409Conflict,
        FaultKind.Invalid or FaultKind.QuotaExceeded => StatusCodes.Status422UnprocessableEntity,
        FaultKind.Throttled => StatusCodes.Status503ServiceUnavailable,
        FaultKind.Unreachable => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status502BadGateway,
    };
}
