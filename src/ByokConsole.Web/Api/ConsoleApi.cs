using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ByokConsole.Web.Api.AsCode;
using ByokConsole.Web.Api.Clusters;
using ByokConsole.Web.Api.Confluent;
using ByokConsole.Web.Api.Documents;
using ByokConsole.Web.Api.Keys;
using ByokConsole.Web.Api.Preflight;
using ByokConsole.Web.Api.Problems;
using ByokConsole.Web.Api.Runs;

namespace ByokConsole.Web.Api;

/// <summary>The console's API: its own resources under <see cref="Root"/>, and Confluent's beside them. Who may call it is decided before it, by the same gates as for pages.</summary>
public static class ConsoleApi
{
    /// <summary>Everything that answers programs and not browsers.</summary>
    public const string Everything = "/api";

    /// <summary>The console's own resources.</summary>
    public const string Root = "/api/v1";

    /// <summary>Names in both APIs, ours and the cloud's, are written alike; a document has one style.</summary>
    public static JsonSerializerOptions Json { get; } = Configured(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static IServiceCollection AddConsoleApi(this IServiceCollection services)
        => services
            .ConfigureHttpJsonOptions(json => Configured(json.SerializerOptions))
            // A parameter that cannot be read is told like a body that cannot: by what is thrown.
            .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true)
            .AddSingleton<ApiRate>()
            .AddConfluentDoor()
            .AddApiDocument();

    public static void MapConsoleApi(this WebApplication app)
    {
        app.MapApiDocument();
        app.MapConfluent();
        var api = app.MapGroup(Root).AddEndpointFilterFactory(KnownParameters.Only).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPreflight();
        api.MapRuns();
        api.MapKeys();
        api.MapClusters();
        api.MapCode();
    }

    private static JsonSerializerOptions Configured(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.NumberHandling = JsonNumberHandling.Strict;
        // A misspelt field is told, never passed over: it could be the one that mattered.
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        json.TypeInfoResolver ??= new DefaultJsonTypeInfoResolver();
        return json;
    }
}
