using System.Reflection;
using System.Text;

namespace ByokConsole.Tests.RealClients.Matrix;

/// <summary>The table of <c>docs/sandbox.md</c>: what each client was seen to do, as the tests say that prove it.</summary>
internal static class MatrixDocument
{
    public const string Start = "<!-- written by the tests: BYOK_WRITE_DOCS=1 -->";
    public const string End = "<!-- until here -->";

    private static readonly Dictionary<Client, string> Columns = new()
    {
        [Client.AzureCli] = "Azure CLI", [Client.JavaScript] = "JavaScript", [Client.DotNet] = ".NET", [Client.Curl] = "curl",
    };

    /// <summary>The operations, in the order in which they are declared.</summary>
    public static IReadOnlyList<string> Rows { get; } =
    [
        .. typeof(Operations).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    /// <summary>What every test with a real client proves.</summary>
    public static ILookup<(string Operation, Client Client), OperationAttribute> Proofs { get; } = typeof(MatrixDocument).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetCustomAttributes<OperationAttribute>())
        .ToLookup(proof => (proof.Name, proof.Client));

    public static string Text()
    {
        var remarks = Rows.SelectMany(row => Columns.Keys.SelectMany(client => Proofs[(row, client)]))
            .Select(proof => proof.Differs).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var text = new StringBuilder($"{Start}\n\n| operation | {string.Join(" | ", Columns.Values)} |\n|---|{string.Concat(Columns.Select(_ => "---|"))}\n");
        foreach (var row in Rows)
            text.Append($"| {row} | {string.Join(" | ", Columns.Keys.Select(client => Cell(row, client, remarks)))} |\n");
        text.Append("\nWhat differs:\n\n");
        foreach (var (at, remark) in remarks.Index())
            text.Append($"{at + 1}. {remark}\n");
        return text.Append($"\n{End}").ToString();
    }

    private static string Cell(string row, Client client, List<string> remarks)
    {
        var proofs = Proofs[(row, client)].ToList();
        if (proofs.Count == 0)
            return "";
        return proofs.Find(proof => proof.Differs is not null)?.Differs is { } remark ? $"differs ({remarks.IndexOf(remark) + 1})" : "as the cloud";
    }
}
