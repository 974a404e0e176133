using System.Globalization;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.Sandbox.Azure;

/// <summary>Resource Manager answers a caller so many requests of a kind at once, and tells what is left.</summary>
[Collection(AzureSandbox.Name)]
public sealed class ArmThrottlingTests(AzureSandbox sandbox) : AzureTests(sandbox)
{
    private const string Left = "x-ms-ratelimit-remaining-subscription-";

    private string Vaults => $"/subscriptions/{Subscription}/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults";

    [Fact]
    public async Task Every_answer_tells_what_is_left_of_its_own_kind_refused_or_not()
    {
        var read = (await ArmAsync(Get, Vaults)).Expect(200);
        var missing = (await ArmAsync(Get, $"{Vaults}/kv-none")).Expect(404);
        var write = (await ArmAsync(Post, $"/subscriptions/{Subscription}/providers/Microsoft.KeyVault/checkNameAvailability",
            Object("""{"name":"kv-free","type":"Microsoft.KeyVault/vaults"}"""))).Expect(200);
        var deletion = await ArmAsync(Delete, Assignment());
        var tenant = (await ArmAsync(Get, "/subscriptions")).Expect(200);

        Assert.All([read, missing], answer => Assert.InRange(Number(answer, Left + "reads"), 1, 999_999));
        Assert.InRange(Number(write, Left + "writes"), 1, 999_999);
        Assert.InRange(Number(deletion, Left + "deletes"), 1, 999_999);
        Assert.InRange(Number(tenant, "x-ms-ratelimit-remaining-tenant-reads"), 1, 999_999);
        Assert.Null(write.Header(Left + "reads"));
    }

    [Fact]
    public async Task One_read_too_many_is_refused_and_writes_and_another_caller_are_not()
    {
        var (id, secret) = await ApplicationAsync();
        (await Cloud.ControlAsync(Patch, "/settings", Object("""{"armReadsAtOnce":1}"""))).Expect(204);

        await ArmAsync(Get, Vaults);
        var refused = (await ArmAsync(Get, Vaults)).Expect(429);

        Assert.Equal("SubscriptionRequestsThrottled", refused["error.code"]);
        Assert.Contains($"'read' requests for subscription '{Subscription}'", refused["error.message"], StringComparison.Ordinal);
        Assert.InRange(Number(refused, "Retry-After"), 9, 10);
        Assert.Equal(0, Number(refused, Left + "reads"));
        Assert.NotEqual(429, (await ArmAsync(Delete, Assignment())).Status);
        Assert.NotEqual(429, (await ArmAsync(Get, "/subscriptions")).Status);
        var other = (await TokenAsync("https://management.azure.com/.default", client: id, secret: secret)).Expect(200)["access_token"];
        Assert.NotEqual(429, (await WithTokenAsync(Get, $"{Arm}{Vaults}?api-version=2022-04-01", other)).Status);
    }

    [Fact]
    public async Task Whoever_is_not_known_is_told_nothing()
        => Assert.Null((await WithTokenAsync(Get, $"{Arm}{Vaults}?api-version=2022-04-01", null)).Expect(401).Header(Left + "reads"));

    private static int Number(CloudAnswer answer, string header) => int.Parse(answer.Header(header)!, CultureInfo.InvariantCulture);
}
