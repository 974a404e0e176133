using Microsoft.OpenApi;

namespace ByokConsole.Web.Api.Documents;

/// <summary>Says in the document what a parameter is that many operations have.</summary>
internal static class ParameterWords
{
    /// <param name="path">Path of the operation, without the leading slash: an id is that of the list it stands in.</param>
    public static void Describe(OpenApiOperation operation, string path)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            parameter.Description ??= Of(parameter.Name, path);
    }

    private static string? Of(string? name, string path) => name switch
    {
        "id" when path.Contains("/keys/", StringComparison.Ordinal) => "The registration, cck-….",
        "id" => "The run, run-….",
        "environmentId" => "The environment, env-….",
        "clusterId" => "The cluster, lkc-….",
        "form" => "az, powershell, bicep, terraform or rest.",
        IdempotencyKey.Header => "A name of the request, up to 200 printable ASCII characters without spaces. Sent again under the same name it starts nothing anew: it is answered by the run of the first.",
        _ => null,
    };
}
