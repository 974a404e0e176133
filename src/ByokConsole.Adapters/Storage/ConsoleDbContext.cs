using ByokConsole.Adapters.Storage.Rows;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Provisioning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ByokConsole.Adapters.Storage;

/// <summary>The console's database, as it is on SQLite; <see cref="PostgreSqlDbContext"/> says what is different there.</summary>
internal class ConsoleDbContext(DbContextOptions<ConsoleDbContext> options) : DbContext(options)
{
    public DbSet<ClusterDraft> Drafts => Set<ClusterDraft>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<RunEventRow> RunEvents => Set<RunEventRow>();

    public DbSet<BindingRow> Bindings => Set<BindingRow>();

    public DbSet<KeyHealthRow> KeyHealth => Set<KeyHealthRow>();

    public DbSet<HealthChangeRow> HealthChanges => Set<HealthChangeRow>();

    public DbSet<NotificationRow> Notifications => Set<NotificationRow>();

    public DbSet<AuditRow> AuditEntries => Set<AuditRow>();

    public DbSet<IdempotentRequestRow> IdempotentRequests => Set<IdempotentRequestRow>();

    public DbSet<StampRow> Stamps => Set<StampRow>();

    /// <summary>Tells the other consoles, once the transaction is committed, that a run was written. On a file there is no other.</summary>
    public virtual Task AnnounceAsync(string runId, CancellationToken cancellationToken) => Task.CompletedTask;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        KeepHistory();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        KeepHistory();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        // SQLite neither orders nor compares DateTimeOffset; as one number it does.
        if (Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) is true)
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<DateTimeOffsetToBinaryConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ClusterDraft>(draft =>
        {
            draft.ToTable("drafts").HasKey(row => row.Id);
            draft.Property(row => row.Revision).IsConcurrencyToken();
            draft.HasIndex(row => new { row.EnvironmentId, row.SavedAt });
            // Which runs a draft has is what the journal says; a second copy could only be wrong.
            draft.Ignore(row => row.ActiveRunId).Ignore(row => row.LastLaunchRunId);
        });
        modelBuilder.Entity<RunRow>(run =>
        {
            run.ToTable("runs").HasKey(row => row.Id);
            run.Property(row => row.Revision).IsConcurrencyToken();
            run.Property(row => row.Input).HasConversion(new JsonConverter<RunInput>());
            run.Property(row => row.Facts).HasConversion(new JsonConverter<RunFacts>());
            run.Property(row => row.Rejection).HasConversion<JsonConverter<Rejection>>();
            run.Property(row => row.Question).HasConversion<JsonConverter<PersonQuestion>>();
            run.HasIndex(row => row.IdempotencyKey).IsUnique();
            run.HasIndex(row => new { row.EnvironmentId, row.CreatedAt });
            run.HasIndex(row => row.State);
            run.HasIndex(row => row.DraftId);
            run.HasMany(row => row.Steps).WithOne().HasForeignKey(step => step.RunId);
        });
        modelBuilder.Entity<RunStepRow>().ToTable("run_steps").HasKey(row => new { row.RunId, row.Position });
        modelBuilder.Entity<RunEventRow>(entry =>
        {
            entry.ToTable("run_events").HasKey(row => new { row.RunId, row.Sequence });
            entry.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId);
        });
        modelBuilder.Entity<BindingRow>(binding =>
        {
            binding.ToTable("bindings").HasKey(row => new { row.RegistrationId, row.ClusterId });
            binding.HasIndex(row => row.KeyIdentifier);
            binding.HasIndex(row => row.ClusterId);
        });
        modelBuilder.Entity<KeyHealthRow>(health =>
        {
            health.ToTable("key_health").HasKey(row => row.RegistrationId);
            health.Property(row => row.Report).HasConversion(new JsonConverter<KeyHealthReport>());
        });
        modelBuilder.Entity<HealthChangeRow>().ToTable("key_health_changes").HasIndex(row => row.RegistrationId);
        modelBuilder.Entity<NotificationRow>(notification =>
        {
            notification.ToTable("notifications").HasKey(row => row.ChangeId);
            notification.HasOne(row => row.Change).WithOne().HasForeignKey<NotificationRow>(row => row.ChangeId);
        });
        modelBuilder.Entity<AuditRow>().ToTable("audit_entries").HasKey(row => row.Id);
        modelBuilder.Entity<IdempotentRequestRow>(request =>
        {
            request.ToTable("idempotent_requests").HasKey(row => row.Id);
            request.HasIndex(row => row.SentAt);
        });
        modelBuilder.Entity<StampRow>(stamp =>
        {
            stamp.ToTable("stamp").HasKey(row => row.Id);
            stamp.Property(row => row.Id).ValueGeneratedNever();
        });
    }

    private void KeepHistory()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry is { Entity: AuditRow or RunEventRow or HealthChangeRow, State: EntityState.Modified or EntityState.Deleted })
                throw new InvalidOperationException("Audit entries, run events and changes of key health are append-only.");
        }
    }
}
