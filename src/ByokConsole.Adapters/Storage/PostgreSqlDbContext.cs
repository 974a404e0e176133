using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ByokConsole.Adapters.Storage;

/// <summary>
/// The console's database on PostgreSQL: the same model with migrations of its own, and what consoles that share it need besides: news for
/// the others, and the keys that protect forms and cookies.
/// </summary>
internal sealed class PostgreSqlDbContext(DbContextOptions<ConsoleDbContext> options) : ConsoleDbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override Task AnnounceAsync(string runId, CancellationToken cancellationToken)
        => Database.ExecuteSqlAsync($"SELECT pg_notify({RunNews.Channel}, {runId})", cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
    }
}
