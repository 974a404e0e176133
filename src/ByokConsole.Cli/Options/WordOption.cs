using System.CommandLine;

namespace ByokConsole.Cli.Options;

/// <summary>An option whose value is one of a few words; in either case, as with the vendor, and as well with an underscore as with a hyphen.</summary>
internal sealed class WordOption : Option<string>
{
    public WordOption(string name, string[] words, params string[] aliases)
        : base(name, aliases)
    {
        HelpName = string.Join('|', words);
        CompletionSources.Add(words);
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value.Replace('_', '-').ToLowerInvariant();
            if (!words.Contains(word))
                result.AddError($"{name} is one of {string.Join(", ", words)}, not \u201c{result.Tokens[0].Value}\u201d.");
            return word;
        };
    }
}
