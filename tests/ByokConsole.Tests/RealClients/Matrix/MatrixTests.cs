namespace ByokConsole.Tests.RealClients.Matrix;

/// <summary>The document of what real clients do with the sandbox says what their tests prove, and no more.</summary>
public sealed class MatrixTests
{
    private const string WriteIt = "BYOK_WRITE_DOCS";
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "sandbox.md");

    [Fact]
    public void Every_operation_is_proved_by_a_test_and_every_proof_is_of_one_of_them()
    {
        var proved = MatrixDocument.Proofs.Select(proof => proof.Key.Operation).Distinct();

        Assert.Equal(MatrixDocument.Rows.Order(StringComparer.Ordinal), proved.Order(StringComparer.Ordinal));
        Assert.All(Enum.GetValues<Client>(), client => Assert.Contains(MatrixDocument.Proofs, proof => proof.Key.Client == client));
    }

    [Fact]
    public void The_table_says_what_the_tests_prove()
    {
        var text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var (start, end) = (text.IndexOf(MatrixDocument.Start, StringComparison.Ordinal), text.IndexOf(MatrixDocument.End, StringComparison.Ordinal));
        Assert.True(start >= 0 && end > start, "docs/sandbox.md has lost the marks of its table.");
        var wanted = text[..start] + MatrixDocument.Text() + text[(end + MatrixDocument.End.Length)..];
        if (Environment.GetEnvironmentVariable(WriteIt) == "1")
            File.WriteAllText(Page, text = wanted);

        Assert.True(text == wanted, $"docs/sandbox.md is not what the tests prove. Run the tests with {WriteIt}=1, and read the change.");
    }

    [Fact]
    public void Whoever_installs_the_libraries_again_gets_these_and_from_the_registry_of_their_own_npm()
    {
        var locked = File.ReadAllText(Path.Combine(Repository.Root, "tests", "ByokConsole.Tests", "RealClients", "JavaScript", "package-lock.json"));

        Assert.Contains("\"integrity\"", locked, StringComparison.Ordinal);
        Assert.All(
            locked.Split('\n').Where(line => line.Contains("\"resolved\"", StringComparison.Ordinal)),
            line => Assert.Contains("https://registry.npmjs.org/", line, StringComparison.Ordinal));
    }
}
