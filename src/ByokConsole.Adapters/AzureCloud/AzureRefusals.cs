using Azure;
using Azure.Identity;
using ByokConsole.Core.Clouds;
using Microsoft.Identity.Client;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>Reads Azure's refusals. The inner code decides where there is one: for Key Vault every 403 is plain Forbidden outside.</summary>
internal static class AzureRefusals
{
    public static Refusal From(Response response)
    {
        var body = AzureErrorBody.Parse(response.ContentStream is null ? default : response.Content.ToMemory());
        return new(Kind(response.Status, body))
        {
            Status = response.Status,
            Code = body.InnerCode ?? body.Code,
            Reason = response.Status is >= 300 and < 400 ? "answered with a redirect, which is not followed" : null,
            Detail = body.Message,
            RequestId = AzureHeaders.RequestId(response),
            RetryAfter = AzureHeaders.RetryAfter(response),
            CloudTime = response.Headers.Date,
        };
    }

    /// <summary>No HTTP answer: the connection failed or the time was up.</summary>
    public static Refusal Unreachable(Exception exception) => new(FaultKind.Unreachable)
    {
        Reason = NetworkFailure.Reason(exception),
        NeverArrived = NetworkFailure.NeverArrived(exception),
    };

    /// <summary>No token was given; nothing was asked of the service behind it.</summary>
    public static Refusal From(AuthenticationFailedException exception)
    {
        var entra = Innermost<MsalServiceException>(exception);
        return entra switch
        {
            { StatusCode: 429 } => new(FaultKind.Throttled) { Status = 429, Code = entra.ErrorCode, NeverArrived = true },
            { StatusCode: >= 500 } => new(FaultKind.CloudError) { Status = entra.StatusCode, Code = entra.ErrorCode, NeverArrived = true },
            { StatusCode: >= 400 } => new(FaultKind.Unauthenticated)
            {
                Status = entra.StatusCode,
                Code = entra.ErrorCode,
                // The first line says what is wrong; trace ids follow.
                Detail = entra.Message.Split('\n')[0],
                RequestId = entra.CorrelationId,
                NeverArrived = true,
            },
            _ when Innermost<HttpRequestException>(exception) is { } network => Unreachable(network) with { NeverArrived = true },
            _ => new(FaultKind.Unauthenticated) { Detail = exception.Message.Split('\n')[0], NeverArrived = true },
        };
    }

    private static FaultKind Kind(int status, AzureErrorBody body) => (status, body.InnerCode ?? body.Code) switch
    {
        (_, "PrincipalNotFound") => FaultKind.PrincipalNotFound,
        (400 or 403, "ForbiddenByRbac") => FaultKind.ForbiddenByRbac,
        (403, "ForbiddenByPolicy" or "AccessDenied") => FaultKind.ForbiddenByPolicy,
        (403, "ForbiddenByFirewall" or "ForbiddenByConnection") => FaultKind.ForbiddenByFirewall,
        (403, "KeyDisabled") => FaultKind.KeyDisabled,
        (403, "KeyOperationForbidden") => FaultKind.KeyOperationForbidden,
        // Key Vault sends no inner code with this one.
        (403, _) when body.Message?.Contains("purge protection", StringComparison.OrdinalIgnoreCase) is true => FaultKind.PurgeProtected,
        (409, "RoleAssignmentExists" or "Request_MultipleObjectsWithSameKeyValue") => FaultKind.AlreadyExists,
        (401, _) => FaultKind.Unauthenticated,
        (403, _) => FaultKind.Forbidden,
        (404, _) => FaultKind.NotFound,
        (409 or 412, _) => FaultKind.Conflict,
        (429, _) => FaultKind.Throttled,
        ( >= 500, _) => FaultKind.CloudError,
        ( >= 400, _) => FaultKind.Invalid,
        _ => FaultKind.Malformed,
    };

    private static T? Innermost<T>(Exception? exception)
        where T : Exception
    {
        T? found = null;
        for (; exception is not null; exception = exception.InnerException)
            found = exception as T ?? found;
        return found;
    }
}
