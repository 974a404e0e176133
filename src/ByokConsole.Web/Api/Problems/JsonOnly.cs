namespace ByokConsole.Web.Api.Problems;

/// <summary>
/// Whatever changes something says that it is JSON, also where there is nothing to say: a form of another site can send no such request without
/// being asked for leave first, and leave is never given.
/// </summary>
internal sealed class JsonOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsDelete(request.Method) || request.HasJsonContentType()
            ? await next(context)
            : ApiProblems.Of(
                StatusCodes.Status415UnsupportedMediaType, "json_required", "Send Content-Type: application/json, also where the request has no body.");
    }
}
