using System.Management.Automation.Language;
using ByokConsole.Core.AsCode;
using ByokConsole.Core.Shell;

namespace ByokConsole.Tests.Core.AsCode.Languages;

/// <summary>Whatever a value holds, the language's own reader gets exactly that value out of its quotes.</summary>
public sealed class QuotingTests
{
    public static bool HasBash => Bash.IsThere;

    public static TheoryData<string> Names => Hostile.Names;

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task Bash_Reads_Every_Value_As_It_Is()
    {
        using var bash = new Bash();
        var names = Hostile.Names.Select(row => row.Data).ToList();

        var (_, output, errors) = await bash.RunAsync($"printf '%s\\0' {string.Join(' ', names.Select(ShellText.Quote))}");

        Assert.Equal(names, output.Split('\0')[..^1]);
        Assert.Equal(("", false), (errors, bash.IsPwned));
    }

    [Theory, MemberData(nameof(Names))]
    public void PowerShell_Reads_One_Literal_And_Nothing_Else(string name)
    {
        var script = Parser.ParseInput(PowerShellText.Quote(name), out _, out var errors);

        Assert.Empty(errors);
        var statement = Assert.IsType<PipelineAst>(Assert.Single(script.EndBlock.Statements));
        var expression = Assert.IsType<CommandExpressionAst>(Assert.Single(statement.PipelineElements)).Expression;
        Assert.Equal(name, Assert.IsType<StringConstantExpressionAst>(expression).Value);
    }

    [Fact]
    public async Task Bicep_Reads_Every_Value_As_It_Is()
    {
        var names = Hostile.Names.Select(row => row.Data).ToList();

        var template = await Bicep.CompileAsync(string.Join('\n', names.Select((name, at) => $"output o{at} string = {BicepText.Quote(name)}")));

        // Resource Manager takes a text that begins with a bracket for an expression; none of these does.
        Assert.Equal(names, names.Select((_, at) => template["outputs"]![$"o{at}"]!["value"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Terraform_Reads_Every_Value_As_It_Is()
    {
        var names = Hostile.Names.Select(row => row.Data).ToList();

        var json = await Hcl.ParseAsync($"locals {{\n{string.Join('\n', names.Select((name, at) => $"  n{at} = {HclText.Quote(name)}"))}\n}}\n");

        Assert.Equal(names, names.Select((_, at) => Hcl.Literal(json["locals"]![0]![$"n{at}"])));
    }
}
