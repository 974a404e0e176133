using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.Metrics;

/// <summary>
/// A query's filter: which clusters it names, for which the caller must have the right, and which of them it lets through
/// (Metrics API v2, FieldFilter, CompoundFilter, UnaryFilter). The one label here is the cluster's id.
/// </summary>
internal sealed class ResourceFilter
{
    public const string Label = "resource.kafka.id";

    private ResourceFilter(IReadOnlyList<string> named, Predicate<string> admits) => (Named, Admits) = (named, admits);

    /// <summary>Every cluster that some part of the filter asks for by its id.</summary>
    public IReadOnlyList<string> Named { get; }

    public Predicate<string> Admits { get; }

    /// <summary>The filter, or what is wrong with it.</summary>
    public static (ResourceFilter? Filter, string? Problem) Read(JsonObject? json) => json.Text("op") switch
    {
        "EQ" or "GT" or "GTE" => Field(json!),
        "AND" or "OR" => Compound(json!),
        "NOT" => Read(json.Object("filter")) switch
        {
            ({ } inner, _) => (new([], id => !inner.Admits(id)), null),
            (_, var problem) => (null, problem),
        },
        null => (null, $"A filter on {Label} is required, with an op"),
        var other => (null, $"Unknown filter op '{other}'. Valid values are: EQ, GT, GTE, AND, OR, NOT"),
    };

    private static (ResourceFilter? Filter, string? Problem) Field(JsonObject json)
    {
        if (json.Text("field") is not Label)
            return (null, $"Unknown filter field '{json.Text("field")}'. Valid fields are: {Label}");
        if (json.Text("value") is not { } value)
            return (null, "filter.value must not be null");
        return json.Text("op") switch
        {
            "EQ" => (new([value], id => id == value), null),
            "GT" => (new([], id => string.CompareOrdinal(id, value) > 0), null),
            _ => (new([], id => string.CompareOrdinal(id, value) >= 0), null),
        };
    }

    private static (ResourceFilter? Filter, string? Problem) Compound(JsonObject json)
    {
        if (json["filters"] is not JsonArray { Count: > 0 } array)
            return (null, "filter.filters must not be empty");
        var parts = array.Select(part => Read(part as JsonObject)).ToList();
        if (parts.FirstOrDefault(part => part.Filter is null) is { Problem: { } problem })
            return (null, problem);
        var filters = parts.Select(part => part.Filter!).ToList();
        Predicate<string> admits = json.Text("op") == "AND"
            ? id => filters.All(one => one.Admits(id))
            : id => filters.Any(one => one.Admits(id));
        return (new([.. filters.SelectMany(one => one.Named).Distinct()], admits), null);
    }
}
