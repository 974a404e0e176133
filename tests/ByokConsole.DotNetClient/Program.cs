using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.ResourceManager;
using Azure.ResourceManager.Resources;

// Does one thing with Microsoft's libraries and writes what they made of the answers as JSON. No transport, authority or address is given.
var credential = new DefaultAzureCredential();
var arm = new ArmClient(credential);
JsonNode? said;
try
{
    said = args switch
    {
        ["token"] => await TokenAsync(),
        ["subscription"] => await SubscriptionAsync(),
        ["vaults"] => await VaultsAsync(),
        ["vault", var id] => await VaultAsync(id),
        ["tag", var id, var name, var value] => await TagAsync(id, name, value),
        ["key", var url] => await KeyAsync(new Uri(url)),
        _ => throw new ArgumentException("Which?"),
    };
}
catch (RequestFailedException problem)
{
    said = new JsonObject { ["status"] = problem.Status, ["code"] = problem.ErrorCode };
}
catch (AuthenticationFailedException problem)
{
    said = new JsonObject { ["refused"] = (problem.InnerException ?? problem).Message };
}

Console.WriteLine(said?.ToJsonString());

async Task<JsonNode> TokenAsync()
{
    var token = await credential.GetTokenAsync(new(["https://vault.azure.net/.default"]));
    return new JsonObject { ["type"] = token.TokenType, ["lastsMinutes"] = (int)(token.ExpiresOn - DateTimeOffset.UtcNow).TotalMinutes };
}

async Task<JsonNode> SubscriptionAsync()
{
    var subscription = await arm.GetDefaultSubscriptionAsync();
    var groups = new JsonArray();
    await foreach (var group in subscription.GetResourceGroups())
        groups.Add(group.Data.Name);
    return new JsonObject { ["id"] = subscription.Data.SubscriptionId, ["name"] = subscription.Data.DisplayName, ["groups"] = groups };
}

async Task<JsonNode> VaultsAsync()
{
    var names = new JsonArray();
    var subscription = await arm.GetDefaultSubscriptionAsync();
    await foreach (var resource in subscription.GetGenericResourcesAsync(filter: "resourceType eq 'Microsoft.KeyVault/vaults'"))
        names.Add(resource.Data.Name);
    return names;
}

async Task<JsonNode> VaultAsync(string id) => Told(await arm.GetGenericResource(new ResourceIdentifier(id)).GetAsync());

async Task<JsonNode> TagAsync(string id, string name, string value)
{
    var resource = (await arm.GetGenericResource(new ResourceIdentifier(id)).GetAsync()).Value;
    var changed = new GenericResourceData(resource.Data.Location) { Properties = resource.Data.Properties, Tags = { [name] = value } };
    return Told((await resource.UpdateAsync(WaitUntil.Completed, changed)).Value);
}

static JsonObject Told(GenericResource resource) => new()
{
    ["name"] = resource.Data.Name,
    ["location"] = resource.Data.Location.Name,
    ["tags"] = JsonSerializer.SerializeToNode(resource.Data.Tags),
    ["properties"] = JsonNode.Parse(resource.Data.Properties.ToString()),
};

// The library for keys is not among the console's; this is the pipeline that it is built on.
async Task<JsonNode> KeyAsync(Uri url)
{
    var pipeline = HttpPipelineBuilder.Build(ClientOptions.Default, new BearerTokenAuthenticationPolicy(credential, "https://vault.azure.net/.default"));
    var message = pipeline.CreateMessage();
    message.Request.Uri.Reset(url);
    await pipeline.SendAsync(message, CancellationToken.None);
    return message.Response.IsError ? throw new RequestFailedException(message.Response) : JsonNode.Parse(message.Response.Content)!;
}
