namespace ByokConsole.Web.Hosting;

/// <summary>
/// Lets nobody in any more once the console was told to stop. Open pages are disconnected in that moment, and a browser connects again
/// within milliseconds, while the port still listens; nothing would close that second connection, and the stop would wait for it in vain.
/// </summary>
internal static class StoppingDoor
{
    public static void UseStoppingDoor(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use((context, next) => stopping.IsCancellationRequested ? TurnAway(context) : next(context));
    }

    private static Task TurnAway(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.Connection = "close";
        return context.Response.WriteAsync("The console is stopping. Start it again, then load the page anew.", CancellationToken.None);
    }
}
