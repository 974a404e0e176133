using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ByokConsole.Tests.Core.AsCode.Languages;

/// <summary>
/// Terraform's own parser of HCL, which an npm package carries as WebAssembly. It is installed once into the temporary folder; where there is
/// no npm, the tests that need it are skipped, or fail under <c>CI=true</c>.
/// </summary>
internal static partial class Hcl
{
    private const string Package = "@cdktf/hcl2json@0.21.0";

    private const string Read = """
        require('@cdktf/hcl2json').parse('main.tf', require('fs').readFileSync(0, 'utf8'))
          .then(json => process.stdout.write(JSON.stringify(json)), error => { console.error(String(error)); process.exit(1); });
        """;

    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "byok-hcl2json-0.21.0");
    private static readonly Lazy<Task<string?>> Installed = new(InstallAsync);

    /// <summary>The configuration as JSON; expressions stay text in <c>${…}</c>.</summary>
    public static async Task<JsonNode> ParseAsync(string text)
    {
        if (await Installed.Value is { } reason)
            Missing.Skip($"Terraform's parser is not there ({reason}). To run the tests of Terraform: install Node.js, then npm install --prefix {Folder} {Package}.");
        var (code, output, errors) = await RunAsync("node", ["-e", Read], text);
        Assert.True(code == 0, $"{errors}\n{text}");
        return JsonNode.Parse(output)!;
    }

    /// <summary>A literal string of the JSON, in which the signs that would begin a template are still doubled.</summary>
    public static string Literal(JsonNode? node) => Doubled().Replace(node!.GetValue<string>(), match => match.Value[1..]);

    private static async Task<string?> InstallAsync()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "@cdktf", "hcl2json", "lib")))
                return null;
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            var (code, _, errors) = await RunAsync(npm, ["install", "--no-audit", "--no-fund", "--prefix", Folder, Package], "");
            return code == 0 ? null : errors;
        }
        catch (Win32Exception problem)
        {
            return problem.Message;
        }
    }

    private static Task<EndedProgram> RunAsync(string program, string[] arguments, string input)
        => EndedProgram.RunAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder }, input);

    [GeneratedRegex(@"\$\$\{|%%\{")]
    private static partial Regex Doubled();
}
