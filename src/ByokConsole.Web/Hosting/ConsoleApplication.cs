using Microsoft.AspNetCore.Connections;

namespace ByokConsole.Web.Hosting;

/// <summary>The console as a whole: settings, data folder, sandbox, web server. Tests start real ones, on port 0 and with other settings.</summary>
public sealed class ConsoleApplication : IAsyncDisposable
{
    private const string Name = "ByokConsole.Web";
    private readonly WebApplication _app;
    private readonly FolderLock _folder;

    private ConsoleApplication(WebApplication app, FolderLock folder)
    {
        _app = app;
        _folder = folder;
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Where the console answers.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Runs until told to stop; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var console = await StartAsync(args);
            Console.WriteLine($"ByokConsole is ready: {console.Address}");
            await console._app.WaitForShutdownAsync();
            return 0;
        }
        catch (StartRefusedException refused)
        {
            foreach (var line in refused.Lines)
                await Console.Error.WriteLineAsync(line);
            return 1;
        }
    }

    /// <summary>Starts a console; throws <see cref="StartRefusedException"/> with everything that a person can mend.</summary>
    public static async Task<ConsoleApplication> StartAsync(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = CreateBuilder(args);
        var settings = ConsoleSettings.Read(builder.Configuration);
        if (!settings.AreGood)
            throw new StartRefusedException(["The console does not start: its settings are wrong.", .. settings.Problems.Select(problem => $"  {problem}")]);

        var options = settings.Options;
        var folder = FolderLock.Take(options.ModeFolder);
        try
        {
            folder.Sign(new FolderHolder(Environment.ProcessId, null, DateTimeOffset.UtcNow));
            builder.Services.AddConsole(options);
            configure?.Invoke(builder.Services);
            var app = builder.Build();
            app.UseConsole();
            await StartAsync(app);
            var console = new ConsoleApplication(app, folder);
            folder.Sign(new FolderHolder(Environment.ProcessId, console.Address, DateTimeOffset.UtcNow));
            return console;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // The manifest of static files lies in a build's output and never in a published one. From a clone, the settings at the top hold,
        // so that a change of them needs no build; anywhere else those beside the program.
        var published = !File.Exists(Path.Combine(AppContext.BaseDirectory, $"{Name}.staticwebassets.runtime.json"));
        var inClone = File.Exists("ByokConsole.sln");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = Name,
            ContentRootPath = published || !inClone ? AppContext.BaseDirectory : null,
        });
        if (!published)
            builder.WebHost.UseStaticWebAssets();
        // A start that fails is told in one line by us, not by the host with a stack trace; and the folder of the protection keys is private.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (ListenAddresses.AreDefault(builder.Configuration))
            builder.WebHost.UseUrls(ListenAddresses.Default);
        return builder;
    }

    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new StartRefusedException($"{e.Message} Stop the program that has it, or give another address: --urls http://localhost:5081", e);
        }
    }
}
