using System.Net.Sockets;
using ByokConsole.Adapters.Storage;
using ByokConsole.Web.Hosting.Access;
using Microsoft.AspNetCore.Connections;

namespace ByokConsole.Web.Hosting;

/// <summary>The console as a whole: settings, data folder, sandbox, web server. Tests start real ones, on port 0 and with other settings.</summary>
public sealed class ConsoleApplication : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxHosting? _sandbox;
    private readonly FolderLock _folder;

    private ConsoleApplication(WebApplication app, SandboxHosting? sandbox, FolderLock folder)
    {
        _app = app;
        _sandbox = sandbox;
        _folder = folder;
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Where the console answers.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>What a person opens: the address, in Live mode with a token that works once.</summary>
    public Uri CreateLink() => Services.GetService<AccessLinks>() is { } links ? new Uri(Address, links.Create()) : Address;

    /// <summary>Runs until told to stop, or carries out the command that was given; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (CommandLine.AsksForHelp(args))
                Console.WriteLine(CommandLine.Usage);
            else if (ConsoleCommands.Of(args) is { } command)
                Console.WriteLine(await command());
            else
            {
                CommandLine.RequireKnown(args);
                await ServeAsync(args);
            }

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
        var builder = ConsoleBuilder.Create(args);
        var settings = ConsoleSettings.Read(builder.Configuration);
        var options = settings.RequireGood();
        var folder = await FolderLock.TakeAsync(options.ModeFolder, TimeProvider.System, Console.WriteLine);
        SandboxHosting? sandbox = null;
        try
        {
            folder.Sign(new FolderHolder(Environment.ProcessId, null, DateTimeOffset.UtcNow));
            sandbox = settings.Connection is null ? await SandboxHosting.StartAsync(options) : null;
            var connection = settings.Connection ?? sandbox!.Connection;
            // The database first: what serves pages reads its keys from there as soon as it starts.
            builder.Services.AddClouds(connection).AddRuns(options, connection).AddConsole(options).AddMetricsExport(builder.Configuration);
            builder.Services.AddSandboxTime(sandbox?.Time, sandbox?.EnvFile ?? options.SandboxEnvFile);
            configure?.Invoke(builder.Services);
            var console = new ConsoleApplication(await StartAsync(builder), sandbox, folder);
            var holder = new FolderHolder(Environment.ProcessId, console.Address, DateTimeOffset.UtcNow);
            folder.Sign(holder);
            // Whoever starts meanwhile is not sent to an address that is about to go.
            console._app.Lifetime.ApplicationStopping.Register(() => folder.Sign(holder with { Address = null, IsStopping = true }));
            return console;
        }
        catch
        {
            await ReleaseAsync(sandbox, folder);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Without a stop the scheduler would go on working runs.
        await _app.StopAsync();
        await _app.DisposeAsync();
        await ReleaseAsync(_sandbox, _folder);
    }

    private static async Task ReleaseAsync(SandboxHosting? sandbox, FolderLock folder)
    {
        if (sandbox is not null)
            await sandbox.DisposeAsync();
        folder.Dispose();
    }

    private static async Task ServeAsync(string[] args)
    {
        await using var console = await StartAsync(args);
        if (console._sandbox?.Notice is { } notice)
            Console.WriteLine(notice);
        Console.WriteLine($"ByokConsole is ready: {console.CreateLink()}");
        await console._app.WaitForShutdownAsync();
    }

    private static async Task<WebApplication> StartAsync(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        try
        {
            app.UseConsole();
            await app.StartAsync();
            return app;
        }
        catch (Exception e)
        {
            await app.DisposeAsync();
            if (Refusal(e) is { } refusal)
                throw refusal;
            throw;
        }
    }

    /// <summary>What a person can mend: an address that is taken, forbidden, or without its certificate; a database of another world.</summary>
    private static StartRefusedException? Refusal(Exception e) => e switch
    {
        SocketException or IOException { InnerException: AddressInUseException or SocketException }
            => new($"{e.Message} Stop the program that has it, or give another address: --urls http://localhost:5081", e),
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" }
            => new($"The console cannot listen: {e.Message}", e),
        DatabaseStampException or DatabaseUnusableException => new(e.Message, e),
        _ => null,
    };
}
