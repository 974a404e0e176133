using System.Net;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Adapters.AzureCloud;

public sealed class ServicePrincipalsTests : IDisposable
{
    private const string Graph = "https://graph.microsoft.com/v1.0/servicePrincipals(appId='";
    private static readonly Guid Application = Guid.Parse("11111111-0000-4000-8000-000000000001");
    private static readonly Guid Principal = Guid.Parse("22222222-0000-4000-8000-000000000002");
    private readonly CloudPorts _ports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task A_service_principal_is_found_by_its_application()
    {
        _ports.Cloud.On(HttpMethod.Get, Graph, HttpStatusCode.OK, PrincipalBody());

        var answer = await _ports.Grants.FindServicePrincipalAsync(Application, Cancellation);

        Assert.Equal(new ServicePrincipal(Principal, Application, "Confluent"), answer.Value);
        Assert.Equal($"/v1.0/servicePrincipals(appId='{Application}')", Assert.Single(_ports.Cloud.SeenAt("graph.microsoft.com")).Uri.AbsolutePath);
    }

    [Fact]
    public async Task A_missing_service_principal_is_not_found_and_missing_rights_are_forbidden()
    {
        _ports.Cloud.On(HttpMethod.Get, Graph, HttpStatusCode.NotFound, VaultScript.Error("Request_ResourceNotFound"));
        _ports.Cloud.On(HttpMethod.Patch, Graph, HttpStatusCode.Forbidden, """
            {"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges.","innerError":{"request-id":"a","date":"2026-11-24T10:00:00"}}}
            """);

        var found = (await _ports.Grants.FindServicePrincipalAsync(Application, Cancellation)).Fault;
        var made = (await _ports.Grants.EnsureServicePrincipalAsync(Application, Cancellation)).Fault;

        Assert.Equal((CloudService.Graph, FaultKind.NotFound), (found?.Service, found?.Kind));
        Assert.Equal((CloudService.Graph, FaultKind.Forbidden, "Authorization_RequestDenied"), (made?.Service, made?.Kind, made?.Code));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_principal_is_made_if_it_is_missing(bool isNew)
    {
        _ports.Cloud
            .On(HttpMethod.Patch, Graph, _ => isNew
                ? ScriptedCloud.Answer(HttpStatusCode.Created, PrincipalBody())
                : ScriptedCloud.Answer(HttpStatusCode.NoContent, ""))
            .On(HttpMethod.Get, Graph, isNew ? HttpStatusCode.NotFound : HttpStatusCode.OK, PrincipalBody());

        var answer = await _ports.Grants.EnsureServicePrincipalAsync(Application, Cancellation);

        Assert.True(answer.IsOk, answer.Fault?.Message);
        Assert.Equal(Principal, answer.Value.ObjectId);
        var patch = Assert.Single(_ports.Cloud.Seen, request => request.Method == HttpMethod.Patch);
        Assert.Contains("Prefer: create-if-missing", patch.Headers, StringComparison.Ordinal);
    }

    private static string PrincipalBody() => $$"""{"id":"{{Principal}}","appId":"{{Application}}","displayName":"Confluent"}""";
}
