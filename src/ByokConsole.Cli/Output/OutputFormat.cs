namespace ByokConsole.Cli.Output;

/// <summary>In which form data is printed.</summary>
internal enum OutputFormat
{
    Human,
    Json,
    Yaml,
}
