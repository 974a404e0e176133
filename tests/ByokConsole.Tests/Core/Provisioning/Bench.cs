using ByokConsole.Adapters.Storage;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Core.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>
/// A console's runs without its pages and scheduler: the real engine, service, steps and SQLite journal, over a fake cloud and a clock that
/// the test moves. <see cref="RestartAsync"/> is a new process on the same database.
/// </summary>
internal sealed class Bench : IAsyncDisposable
{
    public const string Environment = "env-9kx2v";
    public const string Registration = "cck-mine";
    public const string KeyText = "https://kv-orders-eus.vault.azure.net/keys/orders-cmk";
    public const string VaultText =
        "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-eus";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("byok-bench-");
    private ServiceProvider _process;

    private Bench(Bench beside)
    {
        (Clock, Machine, Cloud, Storage) = (beside.Clock, beside.Machine, beside.Cloud, beside.Storage);
        _process = BenchProcess.Start(this);
    }

    private Bench()
    {
        (Machine, Cloud) = (new MachineClock(Clock), new FakeCloud(Clock));
        Cloud.Registrations.Add(new KeyRegistration
        {
            Id = Registration,
            Key = KeyIdentifier.Parse(KeyText),
            KeyText = KeyText,
            Vault = VaultResourceId.Parse(VaultText),
            TenantId = Tenant,
            ApplicationId = Application,
            State = "AVAILABLE",
            CreatedAt = Cloud.Now.AddDays(-1),
        });
        Storage = new StorageOptions { DatabaseFile = Path.Combine(_folder.FullName, "console.db"), TenantId = Tenant };
        _process = BenchProcess.Start(this);
    }

    public static Guid Application { get; } = Guid.Parse("7d1f0b52-36c4-4a7e-93c8-0e52f1c9a2c9");

    public static Guid Tenant { get; } = Guid.Parse("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(10) };

    /// <summary>What the console takes for the time; the clouds know better.</summary>
    public MachineClock Machine { get; }

    public FakeCloud Cloud { get; }

    public StorageOptions Storage { get; }

    public FakeScheduler Scheduler { get; } = new();

    public FakeCheck Check { get; } = new();

    public RunStarter Starter => _process.GetRequiredService<RunStarter>();

    public RevocationService Revocations => _process.GetRequiredService<RevocationService>();

    public EvidenceService Evidence => _process.GetRequiredService<EvidenceService>();

    public RunService Service => _process.GetRequiredService<RunService>();

    public ConsoleMetrics Metrics => _process.GetRequiredService<ConsoleMetrics>();

    public RunPlan Plan => _process.GetRequiredService<RunPlan>();

    public RunEngine Engine => _process.GetRequiredService<RunEngine>();

    public IRunStore Runs => _process.GetRequiredService<IRunStore>();

    public IDraftStore Drafts => _process.GetRequiredService<IDraftStore>();

    public IKeyBindings Bindings => _process.GetRequiredService<IKeyBindings>();

    /// <param name="before">What is done with the database before a process comes to it.</param>
    public static async Task<Bench> StartAsync(Func<StorageOptions, Task>? before = null)
    {
        var bench = new Bench();
        if (before is not null)
            await before(bench.Storage);
        await bench.MigrateAsync();
        return bench;
    }

    /// <summary>A second process on the same database and cloud, at the same time.</summary>
    public async Task<Bench> JoinAsync()
    {
        var bench = new Bench(this);
        await bench.MigrateAsync();
        return bench;
    }

    /// <summary>The process is gone, with all that was in its memory; another one starts.</summary>
    public async Task RestartAsync()
    {
        await _process.DisposeAsync();
        Cloud.OnAct = null;
        _process = BenchProcess.Start(this);
        await MigrateAsync();
    }

    public async Task<ClusterDraft> SaveDraftAsync(Action<ClusterDraft>? change = null, string id = "d-1")
    {
        var draft = CompleteDraft.Of(id, Clock.GetUtcNow());
        change?.Invoke(draft);
        await Drafts.AddAsync(draft, Token);
        return (await Drafts.FindAsync(draft.Id, Token))!;
    }

    public async Task<Run> LaunchAsync(Action<ClusterDraft>? change = null, string id = "d-1")
        => await Service.LaunchClusterAsync(await SaveDraftAsync(change, id), Token);

    /// <summary>Works the run, moving the clock over each wait, until it ends or asks.</summary>
    public async Task<Run> WorkAsync(string runId)
    {
        for (var turns = 0; turns < 500; turns++)
        {
            var run = await Engine.AdvanceAsync(runId, Token) ?? (await Runs.FindAsync(runId, Token))!;
            if (run.State is not RunState.Running)
                return run;
            if (run.NextLookAt > Machine.GetUtcNow())
                Clock.Advance(run.NextLookAt.Value - Machine.GetUtcNow());
        }
        throw new InvalidOperationException("The run does not come to an end.");
    }

    /// <summary>Answers the question that stands, as the local operator.</summary>
    public async Task<AnswerOutcome> AnswerAsync(string runId, string choice, string? text = null, params IReadOnlyList<string> options)
    {
        var question = (await Runs.FindAsync(runId, Token))!.Question;
        return await Service.AnswerAsync(
            runId, new PersonAnswer(question?.Mark ?? "", choice, DraftService.LocalOperator) { Text = text, Options = options }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task MigrateAsync()
    {
        foreach (var service in _process.GetServices<IHostedService>())
            await service.StartAsync(Token);
    }
}
