using ByokConsole.Web.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Web;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://*:5080")]
    [InlineData("urls", "http://+:5080")]
    [InlineData("urls", "http://[::]:5080")]
    [InlineData("urls", "http://192.168.1.7:5080")]
    [InlineData("urls", "http://console.example:5080")]
    [InlineData("urls", "http://localhost.example:5080")]
    [InlineData("urls", "http://127.0.0.2:5080")]
    [InlineData("urls", "http://localhost:5080;http://0.0.0.0:5081")]
    [InlineData("urls", "https://*:5443")]
    [InlineData("urls", "http://unix:/tmp/console.sock")]
    [InlineData("urls", "http://localhost:5080/console")]
    [InlineData("urls", "http://localhost:0")]
    [InlineData("urls", "5080")]
    [InlineData("HTTP_PORTS", "5080")]
    [InlineData("HTTPS_PORTS", "5443")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://*:5080")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://0.0.0.0:5080")]
    [InlineData("Kestrel:Endpoints:Web:Protocols", "Http1")]
    public void An_address_that_is_not_this_machines_own_is_a_problem_by_its_key(string key, string value)
    {
        var problem = Assert.Single(ListenAddresses.Problems(Configuration((key, value))));

        Assert.StartsWith(key.Replace("Protocols", "Url", StringComparison.Ordinal), problem.Key, StringComparison.Ordinal);
        Assert.Contains("http://", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urls", "http://localhost:5080")]
    [InlineData("urls", "http://LocalHost:5080")]
    [InlineData("urls", "http://127.0.0.1:0")]
    [InlineData("urls", "http://[::1]:5080;https://localhost:5443")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://localhost:5080")]
    public void An_address_of_this_machine_alone_is_none(string key, string value)
        => Assert.Empty(ListenAddresses.Problems(Configuration((key, value))));

    [Fact]
    public void Ports_without_addresses_do_not_matter_once_addresses_are_given()
        => Assert.Empty(ListenAddresses.Problems(Configuration(("HTTP_PORTS", "8080"), ("urls", "http://localhost:5080"))));

    [Fact]
    public async Task An_address_that_came_by_no_setting_is_refused_before_its_socket_opens()
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(
            () => RunningConsole.StartAsync(configure: services => services.Configure<KestrelServerOptions>(kestrel => kestrel.ListenAnyIP(0))));

        Assert.Contains("other machines", refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}
