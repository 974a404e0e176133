namespace ByokConsole.Web.Api.Problems;

/// <summary>
/// Whatever changes something says that it is JSON, also where there is nothing to say: a form of another site can send no such request without
/// being asked for leave first, and leave is never given.
/// </summary>
internal static class JsonOnly
{
    public static Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsDelete(request.Method) || request.HasJsonContentType()
            ? next(context)
            : ApiFaults.WriteAsync(context, ApiProblems.Of(
                StatusCodes.Status415UnsupportedMediaType, "json_required", "Send Content-Type: application/json, also where the request has no body."));
    }
}
