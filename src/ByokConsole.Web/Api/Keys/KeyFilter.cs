using System.ComponentModel;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Keys;
using Microsoft.AspNetCore.Mvc;

namespace ByokConsole.Web.Api.Keys;

/// <summary>Which keys are listed: the filters of the page of keys, and those of Confluent's own list.</summary>
internal sealed record KeyFilter
{
    [Description("Part of a name, an id, the key, the region or the cluster.")]
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [Description("The console's word for how a key stands.")]
    [FromQuery(Name = "standing")]
    public string? Standing { get; init; }

    [Description("Azure region of the key.")]
    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    [Description("Confluent's word: AVAILABLE or IN_USE, in either case, also with a hyphen.")]
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [Description("Confluent's word: VALID, INVALID, INITIALIZING, in either case.")]
    [FromQuery(Name = "validation_phase")]
    public string? ValidationPhase { get; init; }

    [Description("The exact display name.")]
    [FromQuery(Name = "display_name")]
    public string? DisplayName { get; init; }

    [Description("The key identifier as registered.")]
    [FromQuery(Name = "key")]
    public string? Key { get; init; }

    [Description("The key's cloud: Azure, AWS, GCP, in either case.")]
    [FromQuery(Name = "provider")]
    public string? Provider { get; init; }

    /// <exception cref="BadHttpRequestException">A word is none of its set: nothing would ever be listed.</exception>
    public Func<KeyRow, bool> Read()
    {
        var standing = Word.Read<KeyStanding>(Standing, "standing");
        var state = Word.Among(State, "state", "AVAILABLE", "IN_USE");
        var phase = Word.Among(ValidationPhase, "validation_phase", "INITIALIZING", "VALID", "INVALID");
        var provider = Word.Among(Provider, "provider", "Azure", "AWS", "GCP");
        return row => (standing is null || row.Standing == standing)
            && Is(state, row.Registration.State)
            && Is(phase, row.Registration.Validation?.Phase)
            && Is(provider, row.Registration.Provider)
            && row.Matches(Text ?? "")
            && Is(Region, row.Region)
            && Is(DisplayName, row.Registration.DisplayName)
            && Is(Key, row.Registration.KeyText);
    }

    private static bool Is(string? asked, string? actual) => asked is null || asked.Equals(actual, StringComparison.OrdinalIgnoreCase);
}
