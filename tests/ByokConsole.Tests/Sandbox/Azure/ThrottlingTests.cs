using ByokConsole.Sandbox.KeyVault;
using ByokConsole.Sandbox.State;
using Microsoft.Extensions.Time.Testing;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>A vault does so much cryptography in ten seconds and no more.</summary>
[Collection(AzureSandbox.Name)]
public sealed class ThrottlingTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Wrap = """{"alg":"RSA-OAEP-256","value":"c2l4dGVlbiBieXRlcyE"}""";

    [Fact]
    public async Task One_operation_too_many_is_refused_in_one_vault_and_not_in_another()
    {
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"keyOperationsIn10Seconds":1}"""))).Expect(204);

        await VaultAsync(Post, "/keys/payments-cmk/wrapkey", Object(Wrap));
        var refused = (await VaultAsync(Post, "/keys/payments-cmk/wrapkey", Object(Wrap))).Expect(429);

        Assert.Equal("Throttled", refused["error.code"]);
        Assert.Null(refused.Header("Retry-After"));
        (await VaultAsync(Get, "/keys/payments-cmk")).Expect(200);
        Assert.NotEqual(404, (await VaultAsync(Post, "/keys/orders-cmk/wrapkey", Object(Wrap), "kv-nopurge-eus")).Status);
    }

    [Fact]
    public async Task One_new_key_too_many_is_refused_and_is_not_made()
    {
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"keyCreationsIn10Seconds":1}"""))).Expect(204);
        const string Rsa = """{"kty":"RSA"}""";

        (await VaultAsync(Post, "/keys/first/create", Object(Rsa), "kv-orders-weu")).Expect(200);
        var refused = (await VaultAsync(Post, "/keys/second/create", Object(Rsa), "kv-orders-weu")).Expect(429);

        Assert.Equal("Throttled", refused["error.code"]);
        (await VaultAsync(Get, "/keys/second", vault: "kv-orders-weu")).Expect(404);
    }

    [Fact]
    public void The_window_is_ten_seconds_and_a_long_key_costs_eight()
        => InWindow((throttle, time, vault) =>
        {
            bool Ask(int size) => throttle.RefuseOperation(vault, Made(time, "RSA", size)) is null;

            Assert.True(Ask(4096));
            Assert.True(Ask(2048));
            Assert.True(Ask(2048));
            Assert.False(Ask(2048));
            time.Advance(TimeSpan.FromSeconds(10));
            Assert.True(Ask(3072));
            Assert.False(Ask(3072));
        });

    [Fact]
    public void A_new_key_in_hardware_costs_two()
        => InWindow((throttle, time, vault) =>
        {
            bool Ask(string kty) => throttle.RefuseCreation(vault, Made(time, kty, 2048)) is null;

            for (var keys = 0; keys < 4; keys++)
                Assert.True(Ask("RSA-HSM"));
            Assert.True(Ask("RSA"));
            Assert.True(Ask("EC"));
            Assert.False(Ask("RSA"));
        });

    /// <summary>In a vault that does ten of either in ten seconds.</summary>
    private static void InWindow(Action<VaultThrottle, FakeTimeProvider, VaultRecord> test)
    {
        var folder = Directory.CreateTempSubdirectory("byok-throttle-").FullName;
        using var world = new World(new WorldStore(folder, reset: false));
        world.Write(change => change.Put(world.Settings, world.Now with { KeyOperationsIn10Seconds = 10, KeyCreationsIn10Seconds = 10 }));
        var time = new FakeTimeProvider();
        var vault = new VaultRecord
        {
            Name = "kv-a", SubscriptionId = Guid.Empty, ResourceGroup = "rg", Location = "eastus", TenantId = Guid.Empty, CreatedAt = time.GetUtcNow(),
        };
        test(new VaultThrottle(world, time), time, vault);
    }

    private static KeyVersionRecord Made(FakeTimeProvider time, string kty, int size)
        => new() { Version = "v", Kty = kty, Size = size, Operations = [], Created = time.GetUtcNow(), Updated = time.GetUtcNow() };
}
