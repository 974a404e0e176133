using System.CommandLine;
using ByokConsole.Cli.Options;
using ByokConsole.Cli.Runs;

namespace ByokConsole.Cli.Commands;

/// <summary>The answers to a revocation's questions, as options. What cannot be taken back has a name of its own to be typed.</summary>
internal sealed class RevokeOptions
{
    private readonly Option<bool> _agree = new("--agree") { Description = "Go on as the plan shows: this deletes the cluster with all its data" };
    private readonly Option<bool> _othersKnow = new("--others-know") { Description = "With --agree: nobody else uses the vault key, or they have been told" };
    private readonly Option<bool> _deleteRegistration = new("--delete-registration") { Description = "Delete the registration by itself once it is released" };
    private readonly Option<string> _clientsStopped = new("--clients-stopped")
    {
        Description = "How you know that every client is stopped, where the metrics do not show it; recorded", HelpName = "statement",
    };
    private readonly Option<string> _name = new("--name") { Description = "Delete the cluster of this name", HelpName = "cluster name" };
    private readonly Option<bool> _unprotect = new("--unprotect") { Description = "With --name: turn its deletion protection off first" };
    private readonly WordOption _key = new("--key", ["keep", "disable", "delete"]) { Description = "What becomes of the vault key" };
    private readonly Option<string> _keyName = new("--key-name") { Description = "With --key delete: the name of the key", HelpName = "key name" };
    private readonly Option<bool> _byHand = new("--by-hand") { Description = "With --key disable or delete: you run the command yourself, the console watches" };
    private readonly Option<bool> _removeGrants = new("--remove-grants") { Description = "Remove the application's roles at the vault" };
    private readonly Option<bool> _leaveGrants = new("--leave-grants") { Description = "Leave the application's roles at the vault" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _agree, _othersKnow, _deleteRegistration, _clientsStopped, _name, _unprotect, _key, _keyName, _byHand, _removeGrants, _leaveGrants,
        })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_removeGrants) is not null && result.GetResult(_leaveGrants) is not null)
                result.AddError("Either --remove-grants or --leave-grants.");
            if (result.GetResult(_keyName) is not null && result.GetResult(_key) is null)
                result.AddError("--key-name goes with --key delete.");
        });
    }

    public AnswerBook Read(ParseResult parse)
    {
        var key = parse.GetValue(_key);
        string[] byHand = parse.GetValue(_byHand) ? [RemovalAnswers.ByHand] : [];
        return new AnswerBook(
        [
            new(RemovalAnswers.AgreePlan, "--agree --others-know") { IsGiven = parse.GetValue(_agree), Ticked = Boxes(parse) },
            // Before the deletion: a statement answers why it is held up.
            new(RemovalAnswers.StateStopped, "--clients-stopped \"<statement>\"") { IsGiven = parse.GetResult(_clientsStopped) is not null, Text = parse.GetValue(_clientsStopped) },
            new(RemovalAnswers.DeleteCluster, "--name <cluster name>, with --unprotect where deletion protection is on")
            {
                IsGiven = parse.GetResult(_name) is not null, Text = parse.GetValue(_name), Ticked = parse.GetValue(_unprotect) ? [RemovalAnswers.Unprotect] : [],
            },
            new(RemovalAnswers.KeepKey, "--key keep") { IsGiven = key is "keep" },
            new(RemovalAnswers.DisableKey, "--key disable") { IsGiven = key is "disable", Ticked = byHand },
            new(RemovalAnswers.DeleteKey, "--key delete --key-name <key name>") { IsGiven = key is "delete", Text = parse.GetValue(_keyName), Ticked = byHand },
            new(RemovalAnswers.RemoveGrants, "--remove-grants") { IsGiven = parse.GetValue(_removeGrants) },
            new(RemovalAnswers.LeaveGrants, "--leave-grants") { IsGiven = parse.GetValue(_leaveGrants) },
            new(RemovalAnswers.DeleteRegistration, "--delete-registration") { IsGiven = parse.GetValue(_deleteRegistration) },
        ]);
    }

    private string[] Boxes(ParseResult parse) =>
    [
        .. parse.GetValue(_othersKnow) ? [RemovalAnswers.OthersKnow] : Array.Empty<string>(),
        .. parse.GetValue(_deleteRegistration) ? [RemovalAnswers.DeleteRegistration] : Array.Empty<string>(),
    ];
}
