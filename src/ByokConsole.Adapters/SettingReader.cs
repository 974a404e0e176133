using Microsoft.Extensions.Configuration;

namespace ByokConsole.Adapters;

/// <summary>Reads typed values and collects what is wrong with them. Values are never repeated in a problem: they may be secrets.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    private readonly List<SettingProblem> _problems = [];

    public IReadOnlyList<SettingProblem> Problems => _problems;

    public void Report(string key, string message) => _problems.Add(new(key, message));

    public string? Text(string key, string? variable = null)
    {
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text) && variable is not null)
            text = configuration[variable];
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public string Required(string key, string? variable, string meaning)
    {
        var text = Text(key, variable);
        if (text is null)
            Report(key, $"is missing. Give {meaning}{(variable is null ? "" : $" here or in the environment variable {variable}")}.");
        return text ?? "";
    }

    public Guid RequiredGuid(string key, string? variable, string meaning)
        => Required(key, variable, meaning) is { Length: > 0 } text ? ParseGuid(key, text) : Guid.Empty;

    public Guid? OptionalGuid(string key, string? variable)
        => Text(key, variable) is { } text ? ParseGuid(key, text) : null;

    /// <summary>An array in the settings file, or one text with commas.</summary>
    public IReadOnlyList<Guid> Guids(string key)
    {
        var items = configuration.GetSection(key).GetChildren().Select(child => child.Value ?? "")
            .Concat((configuration[key] ?? "").Split(','))
            .Select(item => item.Trim())
            .Where(item => item.Length > 0);
        return [.. items.Select(item => ParseGuid(key, item))];
    }

    private Guid ParseGuid(string key, string text)
    {
        if (!Guid.TryParse(text, out var guid))
            Report(key, "is not a GUID such as 11111111-2222-3333-4444-555555555555.");
        return guid;
    }
}
