using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.ConfluentCloud;

[Collection(ConfluentSandbox.Name)]
public sealed class RegistrationTests(ConfluentSandbox sandbox) : ConfluentTests(sandbox)
{
    [Fact]
    public async Task A_registration_is_created_with_an_application_of_its_own()
    {
        var first = await RegisterAsync(name: "payments");
        var second = await RegisterAsync(key: "audit-cmk");

        Assert.StartsWith("cck-", first["id"], StringComparison.Ordinal);
        Assert.Equal($"https://api.confluent.cloud/byok/v1/keys/{first["id"]}", first.Header("Location"));
        Assert.Equal($"https://api.confluent.cloud/byok/v1/keys/{first["id"]}", first["metadata.self"]);
        Assert.Equal(("byok/v1", "Key", "payments", "AVAILABLE", "Azure"), (first["api_version"], first["kind"], first["display_name"], first["state"], first["provider"]));
        Assert.True(Guid.TryParse(first["key.application_id"], out _));
        Assert.NotEqual(first["key.application_id"], second["key.application_id"]);
        Assert.Equal($"https://{Vault}.vault.azure.net/keys/{Key}", (await RegistrationAsync(first["id"]!))["key.key_id"]);
    }

    [Theory]
    [InlineData("/key/kind", "kind", "Azure")]
    [InlineData("/key/kind", "kind", null)]
    [InlineData("/key/key_id", "key_id", null)]
    [InlineData("/key/key_id", "key_id", "orders-cmk")]
    [InlineData("/key/key_id", "key_id", "http://kv-orders-eus.vault.azure.net/keys/payments-cmk")]
    [InlineData("/key/key_id", "key_id", "https://kv-orders-eus.vault.azure.net:444/keys/payments-cmk")]
    [InlineData("/key/key_id", "key_id", "https://kv-orders-eus.vault.azure.net.evil.example/keys/payments-cmk")]
    [InlineData("/key/key_id", "key_id", "https://evil.example/kv-orders-eus.vault.azure.net/keys/payments-cmk")]
    [InlineData("/key/key_id", "key_id", "https://kv-orders-eus.vault.azure.net/keys/payments-cmk/0123456789abcdef0123456789abcdef")]
    [InlineData("/key/key_id", "key_id", "https://kv-orders-eus.vault.azure.net/keys/payments-cmk\n")]
    [InlineData("/key/key_vault_id", "key_vault_id", null)]
    [InlineData("/key/key_vault_id", "key_vault_id", "kv-orders-eus")]
    [InlineData("/key/key_vault_id", "key_vault_id", "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-weu")]
    [InlineData("/key/tenant_id", "tenant_id", null)]
    [InlineData("/key/tenant_id", "tenant_id", "{0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11}")]
    [InlineData("/key/tenant_id", "tenant_id", "contoso.example")]
    public async Task A_wrong_field_is_named_by_its_pointer(string pointer, string field, string? value)
    {
        var body = KeyBody();
        body["key"]![field] = value;

        var answer = await Cloud.ConfluentAsync(Post, "/byok/v1/keys", body);

        Assert.Equal([pointer], answer.Pointers(422, "invalid_configuration"));
    }

    [Theory]
    [InlineData("""{}""", "/key")]
    [InlineData("""{"key":"cck-1"}""", "/key")]
    [InlineData("""{"key":null,"display_name":7}""", "/display_name")]
    [InlineData("""{"key":{"kind":1,"key_id":[],"key_vault_id":{},"tenant_id":true}}""", "/key/kind /key/key_id /key/key_vault_id /key/tenant_id")]
    [InlineData("""{"key":{}}""", "/key/kind /key/key_id /key/key_vault_id /key/tenant_id")]
    public async Task All_problems_of_a_body_are_told_at_once(string body, string pointers)
    {
        var answer = await Cloud.ConfluentAsync(Post, "/byok/v1/keys", JsonNode.Parse(body));

        Assert.Equal(pointers.Split(' '), answer.Pointers(422, "invalid_configuration"));
    }

    [Fact]
    public async Task The_same_key_is_registered_once_however_it_is_written()
    {
        var first = await RegisterAsync();
        var again = KeyBody();
        again["key"]!["key_id"] = "https://KV-Orders-EUS.vault.azure.net/keys/Payments-CMK";

        var refused = await Cloud.ConfluentAsync(Post, "/byok/v1/keys", again);

        refused.Pointers(409, "resource_already_exists");
        Assert.Equal(first.Header("Location"), refused.Header("Location"));
    }

    [Fact]
    public async Task Two_simultaneous_registrations_of_one_key_make_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Cloud.ConfluentAsync(Post, "/byok/v1/keys", KeyBody())));

        Assert.Equal([201, 409, 409, 409, 409, 409], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task The_quota_of_the_organisation_is_kept_and_deleting_makes_room()
    {
        string? last = null;
        for (var i = 3; i < 20; i++)
            last = (await RegisterAsync(key: $"key-{i}"))["id"];

        (await Cloud.ConfluentAsync(Post, "/byok/v1/keys", KeyBody(key: "one-too-many"))).Pointers(402, "quota_exceeded");

        (await Cloud.ConfluentAsync(Delete, $"/byok/v1/keys/{last}")).Expect(204);
        await RegisterAsync(key: "one-too-many");
    }

    [Fact]
    public async Task Only_the_display_name_can_be_changed()
    {
        var id = (await RegisterAsync(name: "old"))["id"]!;

        var renamed = (await Cloud.ConfluentAsync(Patch, $"/byok/v1/keys/{id}", new JsonObject { ["display_name"] = "new" })).Expect(200);
        Assert.Equal("new", renamed["display_name"]);
        (await Cloud.ConfluentAsync(Patch, $"/byok/v1/keys/{id}", KeyBody(name: "whole object"))).Expect(200);
        var other = await Cloud.ConfluentAsync(Patch, $"/byok/v1/keys/{id}", KeyBody(key: "audit-cmk"));
        Assert.Equal(["/key/key_id"], other.Pointers(422, "invalid_configuration"));
        var tooLong = await Cloud.ConfluentAsync(Patch, $"/byok/v1/keys/{id}", new JsonObject { ["display_name"] = new string('x', 101) });
        Assert.Equal(["/display_name"], tooLong.Pointers(422, "invalid_configuration"));
        Assert.Equal("whole object", (await RegistrationAsync(id))["display_name"]);
    }

    [Fact]
    public async Task A_bound_registration_cannot_be_deleted_and_a_free_one_is_gone()
    {
        (await Cloud.ConfluentAsync(Delete, "/byok/v1/keys/cck-st4g1")).Pointers(409, "resource_in_use");

        (await Cloud.ConfluentAsync(Delete, "/byok/v1/keys/cck-an4l1")).Expect(204);

        foreach (var method in (HttpMethod[])[Get, Delete])
            (await Cloud.ConfluentAsync(method, "/byok/v1/keys/cck-an4l1")).Pointers(404, "not_found");
        (await Cloud.ConfluentAsync(Patch, "/byok/v1/keys/cck-an4l1", new JsonObject { ["display_name"] = "x" })).Pointers(404, "not_found");
    }

    [Fact]
    public async Task A_burst_of_registrations_is_tried_once_each_at_the_set_pace()
    {
        (await Cloud.ControlAsync(Patch, "/settings", new JsonObject { ["validationSeconds"] = 86_400 })).Expect(204);
        var start = (await LogAsync()).Max(entry => (long)entry["sequence"]!);
        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i => (await RegisterAsync(key: $"burst-{i}"))["id"]!));
        foreach (var id in ids)
            await UntilAsync(id, "INVALID", "never granted access");

        // Once this one was tried too, the worker has looked at the others again.
        await UntilAsync((await RegisterAsync(key: "after-the-burst"))["id"]!, "INVALID", "never granted access");

        // The seeded registration without grants may have had its turn in between.
        Assert.InRange((await LogAsync()).Count(entry => (long)entry["sequence"]! > start && (string?)entry["host"] == "login.microsoftonline.com" && (int)entry["status"]! == 400), 13, 14);
    }
}
