using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;
using ByokConsole.Cli.Runs;

namespace ByokConsole.Cli.Commands.Run;

/// <summary>Answers what a run asks: by options, or at the terminal.</summary>
internal sealed class RunAnswerCommand : ConsoleCommand
{
    private readonly Argument<string> _run = RunArgument.Create();
    private readonly Option<string> _choice = new("--choice") { Description = "Id of the choice; without it you are asked", HelpName = "id" };
    private readonly Option<string> _text = new("--text") { Description = "What has to be typed with it: a name, a statement", HelpName = "text" };
    private readonly Option<string[]> _ticked = new("--option") { Description = "Id of an option to tick; may be repeated", HelpName = "id", DefaultValueFactory = _ => [] };

    public RunAnswerCommand()
        : base("answer", "Answer what a run asks", "run-7f3kq2", "run-7f3kq2 --choice agree-plan --option others-know", "run-7f3kq2 --choice delete-cluster --text orders")
    {
        Arguments.Add(_run);
        Options.Add(_choice);
        Options.Add(_text);
        Options.Add(_ticked);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var id = parse.GetRequiredValue(_run);
        var run = (await session.Console.GetAsync(Address.Of("runs", id), WireJson.Default.ConsoleRun, cancellationToken)).Value;
        if (run.Question is not { } question)
            throw new CommandFailure(ExitCode.Refused, "no_longer_asked", $"Run {id} asks nothing now: {Words.Plain(run.State)}.");
        var choice = parse.GetValue(_choice);
        if (choice is not null && question.Choices.All(offered => offered.Id != choice))
            throw NoSuch("choice", choice, question.Choices.Select(offered => (offered.Id, offered.Label)));
        var options = question.Choices.FirstOrDefault(offered => offered.Id == choice)?.Options ?? [];
        if (choice is not null && parse.GetValue(_ticked)!.FirstOrDefault(ticked => options.All(option => option.Id != ticked)) is { } unknown)
            throw NoSuch("option", unknown, options.Select(option => (option.Id, option.Label)));
        var answer = choice is not null
            ? new GivenAnswer(question.Mark, choice, parse.GetValue(_text), parse.GetValue(_ticked)!)
            : Terminal.CanAsk
                ? await new QuestionAsker(session.Talk).AskAsync(run, cancellationToken)
                : throw RunEnd.AnswerNeeded(run, "Say --choice, and --text or --option where it needs them.");
        if (answer is null)
            return ExitCode.Done;
        session.Out.One(
            await session.Console.SendAsync(HttpMethod.Post, $"{Address.Of("runs", id)}/answer", answer.Body, WireJson.Default.ConsoleRun, cancellationToken), RunColumns.OfOne);
        session.Talk.Say($"\nTo follow it: byok run watch {id}");
        return ExitCode.Done;
    }

    private static CommandFailure NoSuch(string what, string said, IEnumerable<(string Id, string Label)> offered) => new(ExitCode.WrongUsage, new Problem
    {
        Code = $"unknown_{what}",
        Detail = $"The run offers no {what} \u201c{said}\u201d.",
        Errors = [.. offered.Select(one => new ProblemError { Code = one.Id, Detail = one.Label })],
    });
}
