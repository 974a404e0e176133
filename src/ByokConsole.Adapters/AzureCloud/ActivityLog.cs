using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;
using ByokConsole.Adapters.AzureCloud.Wire;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>The activity log port, over Resource Manager. Reader of the subscription may read it.</summary>
internal sealed class ActivityLog(AzurePipeline arm, AzureCalls calls) : IActivityLog
{
    private const string Deletion = "Microsoft.Authorization/roleAssignments/delete";

    public Task<Answer<IReadOnlyList<RemovedAssignment>>> ListRemovalsAsync(
        VaultResourceId vault, DateTimeOffset since, CancellationToken cancellationToken)
        => calls.AskAsync(
            CloudAct.Read(CloudService.ResourceManager, $"read the activity log of subscription {vault.SubscriptionId}"),
            () => ReadAsync(vault, since, cancellationToken),
            cancellationToken);

    private async Task<Response<IReadOnlyList<RemovedAssignment>>> ReadAsync(
        VaultResourceId vault, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var start = since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var filter = Uri.EscapeDataString($"eventTimestamp ge '{start}' and resourceProvider eq 'Microsoft.Authorization'");
        var log = $"/subscriptions/{vault.SubscriptionId}/providers/Microsoft.Insights/eventtypes/management/values";
        var read = await AzurePages.ReadAllAsync<WireActivity, RemovedAssignment?>(
            arm, new($"https://management.azure.com{log}?api-version=2015-04-01&$filter={filter}"), Removal, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RemovedAssignment> removals =
            [.. read.Value.OfType<RemovedAssignment>().Where(removal => Concerns(removal.Assignment, vault)).OrderByDescending(removal => removal.RemovedAt)];
        return Response.FromValue(removals, read.GetRawResponse());
    }

    private static bool Concerns(RoleAssignment assignment, VaultResourceId vault)
        => assignment.Covers(vault.ToString()) || assignment.Scope.StartsWith($"{vault}/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The deletion that succeeded; null for every other entry, and for one that does not say what was deleted.</summary>
    private static RemovedAssignment? Removal(WireActivity wire)
    {
        if (!Is(wire.OperationName, Deletion) || !Is(wire.Status, "Succeeded") || wire.EventTimestamp is not { } at
            || Text(wire.Properties, "responseBody") is not { } body)
            return null;
        try
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(body));
            return new RemovedAssignment(GrantShapes.Assignment(AzurePipeline.Read<WireRoleAssignment>(content)), Who(wire), at);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A person's sign-in name; of an application, whose caller is a bare object id, the application's id.</summary>
    private static string Who(WireActivity wire)
        => wire.Caller is { } person && person.Contains('@', StringComparison.Ordinal)
            ? person
            : Text(wire.Claims, "appid") is { } application ? $"application {application}" : wire.Caller ?? "somebody whom the log does not name";

    private static string? Text(JsonElement element, string name)
        => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool Is(WireActivity.Localized? name, string value) => string.Equals(name?.Value, value, StringComparison.OrdinalIgnoreCase);
}
