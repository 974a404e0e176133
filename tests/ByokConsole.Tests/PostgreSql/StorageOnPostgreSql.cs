using ByokConsole.Tests.Adapters.Storage;
using ByokConsole.Tests.Adapters.Webhooks;

namespace ByokConsole.Tests.PostgreSql;

/// <summary>What holds of the database in a file holds of PostgreSQL.</summary>
public static class StorageOnPostgreSql
{
    public sealed class Database(PostgreSqlServer server) : ConsoleDatabaseTests(server);

    public sealed class Drafts(PostgreSqlServer server) : DraftStoreTests(server);

    public sealed class Bindings(PostgreSqlServer server) : KeyBindingsTests(server);

    public sealed class KeyHealth(PostgreSqlServer server) : KeyHealthStoreTests(server);

    public sealed class Webhooks(PostgreSqlServer server) : WebhookDeliveryTests(server);
}
