using System.Net;

namespace ByokConsole.Tests.Web;

public sealed class HostNameTests(SandboxConsole sandbox) : IClassFixture<SandboxConsole>
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task The_console_answers_to_its_own_names(string host)
        => Assert.Equal(HttpStatusCode.OK, await AskAsync($"{host}:{sandbox.Console.Address.Port}"));

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.nip.io")]
    [InlineData("127.0.0.2")]
    [InlineData("0.0.0.0")]
    [InlineData("[::]")]
    [InlineData("byokconsole")]
    public async Task A_name_that_somebody_else_points_at_this_machine_gets_no_answer(string host)
        => Assert.Equal(HttpStatusCode.BadRequest, await AskAsync($"{host}:{sandbox.Console.Address.Port}"));

    private async Task<HttpStatusCode> AskAsync(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.Host = host;
        using var response = await sandbox.Console.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
