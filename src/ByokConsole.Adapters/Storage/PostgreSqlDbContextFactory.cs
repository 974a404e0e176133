using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ByokConsole.Adapters.Storage;

/// <summary>Makes contexts of the shared database; for <c>dotnet ef</c> too, which needs the model without a console around it.</summary>
internal sealed class PostgreSqlDbContextFactory(DbContextOptions<ConsoleDbContext> options)
    : IDbContextFactory<ConsoleDbContext>, IDesignTimeDbContextFactory<PostgreSqlDbContext>
{
    public PostgreSqlDbContextFactory()
        : this(new DbContextOptionsBuilder<ConsoleDbContext>().UseNpgsql("Host=localhost;Database=design-time").Options)
    {
    }

    public ConsoleDbContext CreateDbContext() => new PostgreSqlDbContext(options);

    public PostgreSqlDbContext CreateDbContext(string[] args) => new(options);
}
