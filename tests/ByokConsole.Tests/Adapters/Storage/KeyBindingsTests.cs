using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.PostgreSql;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Adapters.Storage;

public class KeyBindingsTests
{
    private readonly PostgreSqlServer? _server;

    public KeyBindingsTests()
    {
    }

    /// <summary>The same on PostgreSQL.</summary>
    protected KeyBindingsTests(PostgreSqlServer server) => _server = server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_binding_is_kept_once_with_its_first_date_and_found_in_any_spelling_of_the_key()
    {
        await using var console = new StoredConsole(_server);
        var bindings = (await console.StartAsync()).GetRequiredService<IKeyBindings>();
        var noon = console.Clock.GetUtcNow();
        var binding = new KeyBinding(KeyIdentifier.Create("kv-orders", "cmk"), "cck-1", "env-1", "lkc-1", noon, null);

        await bindings.RecordAsync(binding, Token);
        await bindings.RecordAsync(binding with { From = noon.AddDays(1) }, Token);
        await bindings.RecordAsync(binding with { RegistrationId = "cck-2", ClusterId = "lkc-2", From = noon.AddDays(2) }, Token);

        var found = await bindings.OfKeyAsync(KeyIdentifier.Parse("https://KV-Orders.vault.azure.net/keys/CMK/0123456789abcdef0123456789abcdef"), Token);
        Assert.Equal([("lkc-2", noon.AddDays(2)), ("lkc-1", noon)], found.Select(one => (one.ClusterId, one.From)));
        Assert.Empty(await bindings.OfKeyAsync(KeyIdentifier.Create("kv-orders", "other"), Token));
    }

    [Fact]
    public async Task A_binding_is_closed_once_and_a_stranger_is_no_error()
    {
        await using var console = new StoredConsole(_server);
        var bindings = (await console.StartAsync()).GetRequiredService<IKeyBindings>();
        var noon = console.Clock.GetUtcNow();
        await bindings.RecordAsync(new KeyBinding(KeyIdentifier.Create("kv-orders", "cmk"), "cck-1", "env-1", "lkc-1", noon, null), Token);

        await bindings.CloseAsync("cck-1", "lkc-other", noon, Token);
        await bindings.CloseAsync("cck-1", "lkc-1", noon.AddDays(1), Token);
        await bindings.CloseAsync("cck-1", "lkc-1", noon.AddDays(2), Token);

        Assert.Equal(noon.AddDays(1), Assert.Single(await bindings.OfKeyAsync(KeyIdentifier.Create("kv-orders", "cmk"), Token)).To);
    }
}
