using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace ByokConsole.Tests.Core.AsCode.Languages;

/// <summary>Microsoft's compiler of Bicep, as the test project's package brings it.</summary>
internal static class Bicep
{
    private static readonly string Program = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BicepPath").Value!.Replace('\\', Path.DirectorySeparatorChar);

    /// <summary>The template that Resource Manager would get. A warning counts as an error.</summary>
    public static async Task<JsonNode> CompileAsync(string text)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "grant.bicep");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(Program, ["build", "--stdout", "--no-restore", file]) { Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" } };
        var (_, output, errors) = await EndedProgram.RunAsync(start, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("", errors);
        return JsonNode.Parse(output)!;
    }
}
