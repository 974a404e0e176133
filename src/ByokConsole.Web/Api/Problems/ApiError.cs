using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Web.Api.Problems;

/// <summary>One thing that speaks against a request. The shape of an entry in Confluent's <c>errors[]</c> (Confluent Cloud API, "Errors").</summary>
/// <param name="Code">What it is known by at every door: a check's name, or a field that is missing or invalid.</param>
/// <param name="Detail">What happened, and what to do.</param>
public sealed record ApiError(string Code, string Detail)
{
    /// <summary>What was seen, or null.</summary>
    public string? Observed { get; init; }

    /// <summary>What would pass, or null.</summary>
    public string? Expected { get; init; }

    /// <summary>Which part of the request it is about, or null.</summary>
    public ApiErrorSource? Source { get; init; }

    public static ApiError Of(DraftProblem problem) => new(problem.Code, problem.Message) { Source = At(problem.Field) };

    public static ApiError Of(CheckResult result) => new(result.Code, result.Explanation)
    {
        Observed = result.Observed,
        Expected = result.Expected,
        Source = result.Fields is [var field, ..] ? At(field) : null,
    };

    /// <summary>The field of our own resources that it is about; what no request carries has none.</summary>
    private static ApiErrorSource? At(DraftField field) => field switch
    {
        DraftField.Cku => new ApiErrorSource("/cku"),
        DraftField.Region => new ApiErrorSource("/region"),
        DraftField.Availability => new ApiErrorSource("/availability"),
        DraftField.Networking or DraftField.Network => new ApiErrorSource("/network_id"),
        DraftField.Encryption or DraftField.Registration => new ApiErrorSource("/registration_id"),
        DraftField.VaultResourceId => new ApiErrorSource("/key_vault_id"),
        DraftField.KeyIdentifier => new ApiErrorSource("/key_id"),
        DraftField.TenantId => new ApiErrorSource("/tenant_id"),
        DraftField.MaterialGenerated => new ApiErrorSource("/material_generated"),
        DraftField.DisplayName => new ApiErrorSource("/display_name"),
        _ => null,
    };
}
