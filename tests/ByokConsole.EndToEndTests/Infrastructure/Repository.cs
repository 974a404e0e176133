namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>Where the repository is, found by walking up to its solution file.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
        => File.Exists(Path.Combine(folder, "ByokConsole.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("ByokConsole.sln was not found above the tests."));
}
