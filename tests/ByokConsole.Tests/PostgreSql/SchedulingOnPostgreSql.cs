using ByokConsole.Tests.Adapters.Scheduling;

namespace ByokConsole.Tests.PostgreSql;

/// <summary>What holds of the schedule in a file holds of the clustered one on PostgreSQL.</summary>
public static class SchedulingOnPostgreSql
{
    public sealed class Runs(PostgreSqlServer server) : RunJobTests(server);

    public sealed class Sweeps(PostgreSqlServer server) : SweepJobTests(server);

    public sealed class Organizations(PostgreSqlServer server) : OrganizationGuardTests(server);
}
