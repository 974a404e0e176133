namespace ByokConsole.Web.Hosting;

/// <summary>The web application's builder, with its settings loaded and its files found, wherever the console was started from.</summary>
internal static class ConsoleBuilder
{
    private const string Name = "ByokConsole.Web";

    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = Load(args);
        // A start that fails is told in one line by us, not by the host with a stack trace; failed requests are logged by FaultLog, with
        // the id that the page shows; and the protection keys lie in a folder that only this user can open.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Passing requests on is everyday work; what fails of it is told.
        builder.Logging.AddFilter("Yarp", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(ListenAddresses.MustBeLoopback);
        });
        if (ListenAddresses.AreDefault(builder.Configuration))
            builder.WebHost.UseUrls(ListenAddresses.Default);
        return builder;
    }

    private static WebApplicationBuilder Load(string[] args)
    {
        // The manifest of static files lies in a build's output and never in a published one. From a clone, the settings at the top hold,
        // so that a change of them needs no build; anywhere else those beside the program.
        var published = !File.Exists(Path.Combine(AppContext.BaseDirectory, $"{Name}.staticwebassets.runtime.json"));
        var inClone = File.Exists("ByokConsole.sln");
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                Args = args,
                ApplicationName = Name,
                ContentRootPath = published || !inClone ? AppContext.BaseDirectory : null,
            });
            if (!published)
                builder.WebHost.UseStaticWebAssets();
            return builder;
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new StartRefusedException($"The settings cannot be read: {e.Message} {e.GetBaseException().Message}", e);
        }
    }
}
