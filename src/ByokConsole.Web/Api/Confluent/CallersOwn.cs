namespace ByokConsole.Web.Api.Confluent;

/// <summary>Confluent's APIs are asked with a Confluent credential of the caller's own, or not at all.</summary>
internal sealed class CallersOwn : IEndpointFilter
{
    /// <summary>What is said to whoever brings none.</summary>
    public static ConfluentRefusal Refusal { get; } = new(
        StatusCodes.Status401Unauthorized, "unauthorized",
        "Send a Confluent Cloud API key of your own as Basic credential. The console passes it on and keeps it nowhere.");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (CallerCredential.IsIn(context.HttpContext.Request))
            return await next(context);
        await ConfluentErrors.WriteAsync(context.HttpContext, Refusal);
        return TypedResults.Empty;
    }
}
