using System.Text.Json.Nodes;
using ByokConsole.Tests.Sandbox.Azure;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox;

/// <summary>Principals, role assignments, registrations and clusters on the control host.</summary>
[Collection(AzureSandbox.Name)]
public sealed class ControlAccessTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    [Fact]
    public async Task An_assignment_counts_until_it_is_removed()
    {
        var (client, secret) = await ApplicationAsync();
        var principal = (await Cloud.ListAsync("/principals")).Single(one => (string?)one["applicationId"] == client);
        (await KeysAsAsync(client, secret)).Expect(403);

        (await Cloud.ControlAsync(Post, "/assignments", Order((string)principal["id"]!))).Expect(201);
        (await KeysAsAsync(client, secret)).Expect(200);

        var made = (await Cloud.ListAsync("/assignments")).Single(one => (string?)one["scope"] == VaultId("kv-orders-eus"));
        Assert.Equal(("Key Vault Crypto Officer", (string?)principal["name"]), ((string?)made["role"], (string?)made["principal"]));
        (await Cloud.ControlAsync(Delete, $"/assignments/{made["name"]}")).Expect(200);
        (await KeysAsAsync(client, secret)).Expect(403);
    }

    [Fact]
    public async Task What_cannot_be_assigned_is_refused_with_its_code()
    {
        const string Operator = "b9a1c0de-0000-4000-8000-0000000000f1";
        (await Cloud.ControlAsync(Post, "/assignments", Order(Operator))).Expect(201);

        var nobody = Order(Guid.NewGuid().ToString());
        Assert.Equal("RoleAssignmentExists", (await Cloud.ControlAsync(Post, "/assignments", Order(Operator))).Expect(409)["code"]);
        Assert.Equal("PrincipalNotFound", (await Cloud.ControlAsync(Post, "/assignments", nobody)).Expect(400)["code"]);
        var elsewhere = Order(Operator);
        elsewhere["scope"] = "/subscriptions/00000000-0000-0000-0000-000000000000";
        (await Cloud.ControlAsync(Post, "/assignments", elsewhere)).Expect(400);
        Assert.Equal("RoleAssignmentNotFound", (await Cloud.ControlAsync(Delete, $"/assignments/{Guid.NewGuid()}")).Expect(404)["code"]);
    }

    [Fact]
    public async Task A_registration_that_was_never_granted_is_given_its_service_principal_once()
    {
        var registration = (await Cloud.ListAsync("/registrations")).Single(one => (string?)one["id"] == "cck-n0gr4");
        Assert.Null(registration["principalId"]);
        var body = new JsonObject { ["applicationId"] = (string?)registration["applicationId"] };

        (await Cloud.ControlAsync(Post, "/principals", body)).Expect(201);

        Assert.NotNull((await Cloud.ListAsync("/registrations")).Single(one => (string?)one["id"] == "cck-n0gr4")["principalId"]);
        (await Cloud.ControlAsync(Post, "/principals", body)).Expect(409);
    }

    [Fact]
    public async Task Roles_are_told_by_their_built_in_names()
        => Assert.Contains(
            await Cloud.ListAsync("/roles"), role => ((string?)role["id"], (string?)role["name"]) == (CryptoOfficer, "Key Vault Crypto Officer"));

    [Fact]
    public async Task A_registration_is_deleted_only_when_nothing_uses_it()
    {
        var used = (await Cloud.ListAsync("/registrations")).Single(one => (string?)one["id"] == "cck-st4g1");
        Assert.Equal(("IN_USE", "lkc-st4g1n"), ((string?)used["state"], (string?)used["clusters"]![0]));

        Assert.Equal("resource_in_use", (await Cloud.ControlAsync(Delete, "/registrations/cck-st4g1")).Expect(409)["code"]);
        (await Cloud.ControlAsync(Delete, "/registrations/cck-n0gr4")).Expect(204);

        (await Cloud.ConfluentAsync(Get, "/byok/v1/keys/cck-n0gr4")).Expect(404);
        (await Cloud.ConfluentAsync(Get, "/byok/v1/keys/cck-st4g1")).Expect(200);
    }

    [Fact]
    public async Task A_cluster_is_told_with_its_key_and_its_clients()
    {
        var cluster = Assert.Single(await Cloud.ListAsync("/clusters"));

        Assert.Equal(
            ("lkc-st4g1n", "env-4mq7d", "cck-st4g1"),
            ((string?)cluster["id"], (string?)cluster["environmentId"], (string?)cluster["registrationId"]));
        Assert.Equal((true, 12), ((bool)cluster["isReady"]!, (int)cluster["clients"]!));
        (await Cloud.ControlAsync(Put, "/connections/lkc-st4g1n", Object("""{"count":0}"""))).Expect(204);
        Assert.Equal(0, (int)Assert.Single(await Cloud.ListAsync("/clusters"))["clients"]!);
    }

    private JsonObject Order(string principal) => new()
    {
        ["principalId"] = principal, ["roleId"] = CryptoOfficer, ["scope"] = VaultId("kv-orders-eus"),
    };

    private async Task<CloudAnswer> KeysAsAsync(string client, string secret)
    {
        var token = (await TokenAsync(null, client: client, secret: secret)).Expect(200)["access_token"];
        return await WithTokenAsync(Get, $"https://kv-orders-eus.vault.azure.net/keys?{Version}", token);
    }

}
