namespace ByokConsole.Cli.Output;

/// <summary>One column of a list, or one row of a description.</summary>
/// <param name="Title">What stands above or beside it.</param>
/// <param name="Text">What it says of a thing; null or empty where there is nothing to say.</param>
internal sealed record Column<T>(string Title, Func<T, string?> Text);
