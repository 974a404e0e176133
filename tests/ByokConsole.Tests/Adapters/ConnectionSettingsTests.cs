using ByokConsole.Adapters;
using Microsoft.Extensions.Configuration;

namespace ByokConsole.Tests.Adapters;

public sealed class ConnectionSettingsTests
{
    private static Dictionary<string, string?> Valid => new()
    {
        ["Azure:TenantId"] = CloudPorts.Tenant.ToString(),
        ["Confluent:ApiKey"] = "KEY",
        ["Confluent:ApiSecret"] = "cloud-secret",
    };

    [Fact]
    public void A_tenant_and_an_api_key_are_enough_and_the_machines_identity_is_used()
    {
        var reading = Read(Valid);

        Assert.True(reading.IsOk, string.Join('\n', reading.Problems));
        Assert.Equal((null, null, null, null), (reading.Connection.Proxy, reading.Connection.CertificateAuthorityFile, reading.Connection.ClientId, reading.Connection.ClientSecret));
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once_by_key()
    {
        var reading = Read([]);

        Assert.Equal(["Azure:TenantId", "Confluent:ApiKey", "Confluent:ApiSecret"], reading.Problems.Select(problem => problem.Key));
        Assert.All(reading.Problems, problem => Assert.StartsWith("is missing. Give", problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Azure:TenantId", "contoso.example")]
    [InlineData("Azure:SubscriptionId", "mine")]
    [InlineData("Azure:ClientId", "me")]
    [InlineData("Azure:AdditionalTenantIds", "*")]
    [InlineData("Azure:AdditionalTenantIds:0", "any")]
    public void A_bad_value_is_a_problem_of_its_key_and_is_not_repeated(string key, string value)
    {
        var problem = Assert.Single(Read(With(key, value)).Problems);

        Assert.StartsWith(problem.Key, key, StringComparison.Ordinal);
        Assert.DoesNotContain(value, problem.Message.Split("such as")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_too_short_to_be_one_is_told_without_it()
    {
        var problem = Assert.Single(Read(With("Confluent:ApiSecret", "e")).Problems);

        Assert.Equal(("Confluent:ApiSecret", "is shorter than 8 characters: that is no secret of this cloud. Copy it whole."), (problem.Key, problem.Message));
    }

    [Fact]
    public void A_secret_needs_its_application()
        => Assert.Equal("Azure:ClientId", Assert.Single(Read(With("Azure:ClientSecret", "hush-hush")).Problems).Key);

    [Theory]
    [InlineData("Azure:AdditionalTenantIds", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee, 0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e12")]
    [InlineData("Azure:AdditionalTenantIds:0", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee")]
    public void Only_configured_tenants_are_allowed(string key, string value)
    {
        var connection = Read(With(key, value)).Connection!;

        Assert.True(connection.AllowsTenant(CloudPorts.Tenant));
        Assert.True(connection.AllowsTenant(CloudPorts.OtherTenant));
        Assert.False(connection.AllowsTenant(Guid.NewGuid()));
    }

    [Fact]
    public void The_variables_of_the_vendors_tools_stand_in_for_settings_that_say_nothing()
    {
        var reading = Read(new()
        {
            ["AZURE_TENANT_ID"] = CloudPorts.OtherTenant.ToString(),
            ["CONFLUENT_CLOUD_API_KEY"] = "FROM-ENV",
            ["CONFLUENT_CLOUD_API_SECRET"] = "not-looked-at",
            ["Confluent:ApiKey"] = "FROM-SETTINGS",
        });

        Assert.Equal((CloudPorts.OtherTenant, "FROM-SETTINGS"), (reading.Connection?.TenantId, reading.Connection?.ConfluentApiKey));
    }

    private static Dictionary<string, string?> With(string key, string value) => new(Valid) { [key] = value };

    private static ConnectionReading Read(Dictionary<string, string?> values)
        => ConnectionSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
}
