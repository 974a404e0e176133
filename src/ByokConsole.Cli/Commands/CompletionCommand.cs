using System.CommandLine;

namespace ByokConsole.Cli.Commands;

/// <summary>Prints what makes a shell complete <c>byok</c>. The shell asks <c>byok</c> itself, so the script never grows old.</summary>
internal sealed class CompletionCommand : Command, IHasExamples
{
    private const string Bash = """
        # byok: eval "$(byok completion bash)", in ~/.bashrc
        _byok() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(byok "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _byok byok
        """;

    private const string Zsh = """
        # byok: eval "$(byok completion zsh)", in ~/.zshrc behind compinit
        _byok() {
          local -a words_found
          words_found=("${(@f)$(byok "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          (( ${#words_found[1]} )) && compadd -a words_found || _files
        }
        compdef _byok byok
        """;

    private const string PowerShell = """
        # byok: byok completion pwsh | Out-String | Invoke-Expression, in $PROFILE
        Register-ArgumentCompleter -Native -CommandName byok -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)
          byok "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh or pwsh" };

    public CompletionCommand()
        : base("completion", "Print the script that makes a shell complete byok")
    {
        _shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        Arguments.Add(_shell);
        SetAction(parse =>
        {
            Console.Out.WriteLine(parse.GetRequiredValue(_shell) switch { "bash" => Bash, "zsh" => Zsh, _ => PowerShell });
            return ExitCode.Done;
        });
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Examples { get; } = ["bash", "zsh", "pwsh"];
}
