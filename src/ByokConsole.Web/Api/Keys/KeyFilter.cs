using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Keys;
using Microsoft.AspNetCore.Mvc;

namespace ByokConsole.Web.Api.Keys;

/// <summary>Which keys are listed: the filters of the page of keys, and those of Confluent's own list.</summary>
internal sealed record KeyFilter
{
    /// <summary>Part of a name, an id, the key, the region or the cluster.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>The console's word for how a key stands.</summary>
    [FromQuery(Name = "standing")]
    public string? Standing { get; init; }

    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    /// <summary>Confluent's word: <c>AVAILABLE</c> or <c>IN_USE</c>, in either case, also with a hyphen.</summary>
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    /// <summary>Confluent's word: <c>VALID</c>, <c>INVALID</c>, <c>INITIALIZING</c>, in either case.</summary>
    [FromQuery(Name = "validation_phase")]
    public string? ValidationPhase { get; init; }

    /// <summary>The exact display name.</summary>
    [FromQuery(Name = "display_name")]
    public string? DisplayName { get; init; }

    /// <summary>The key identifier as registered.</summary>
    [FromQuery(Name = "key")]
    public string? Key { get; init; }

    /// <summary>The key's cloud: <c>Azure</c>, <c>AWS</c>, <c>GCP</c>, in either case.</summary>
    [FromQuery(Name = "provider")]
    public string? Provider { get; init; }

    /// <exception cref="BadHttpRequestException">The standing is none.</exception>
    public Func<KeyRow, bool> Read()
    {
        var standing = Word.Read<KeyStanding>(Standing, "standing");
        return row => (standing is null || row.Standing == standing) && Admits(row);
    }

    private bool Admits(KeyRow row)
        => row.Matches(Text ?? "")
            && Is(Region, row.Region)
            && Is(State?.Replace('-', '_'), row.Registration.State)
            && Is(ValidationPhase, row.Registration.Validation?.Phase)
            && Is(DisplayName, row.Registration.DisplayName)
            && Is(Key, row.Registration.KeyText)
            && Is(Provider, row.Registration.Provider);

    private static bool Is(string? asked, string? actual) => asked is null || asked.Equals(actual, StringComparison.OrdinalIgnoreCase);
}
