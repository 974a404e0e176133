using System.Globalization;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>What the steps of a removal ask, in words.</summary>
public static class Questions
{
    private const string Statement = "What you checked, and where";

    public static PersonChoice LookAgain { get; } = new(AnswerIds.LookAgain, "Look again");

    public static PersonChoice KeepKey { get; } = new(AnswerIds.KeepKey, "Leave the vault key as it is");

    public static PersonChoice StateStopped { get; } =
        new(AnswerIds.StateStopped, "The metrics are wrong: record a statement") { TextLabel = "How you know that every client is stopped" };

    public static PersonQuestion Plan(BlastRadius radius) => new(
        $"This deletes cluster {radius.ClusterName} ({radius.ClusterId}, {radius.Size}, {radius.Region}) with all its data, and with it Confluent's access to that data. "
            + $"Its registration is {radius.RegistrationId}, its vault key {radius.KeyIdentifier}. {Others(radius.OtherUsers)} "
            + "Whoever else uses this vault key outside the environments that this console sees is invisible here.",
        [
            new PersonChoice(AnswerIds.AgreePlan, "Go on to the clients")
            {
                Options =
                [
                    new PersonOption(AnswerIds.OthersKnow, "Nobody else uses this vault key, or they have been told", IsRequired: true),
                    new PersonOption(AnswerIds.DeleteRegistration, $"Delete registration {radius.RegistrationId} by itself once it is released"),
                ],
            },
        ]);

    public static PersonQuestion ClientsStopped { get; } = new(
        "Stop every producer and consumer, managed connectors too. The next step opens when no client has been connected for 15 minutes.",
        [StateStopped]);

    /// <param name="isProtected">True when deletion protection is on now.</param>
    /// <param name="busy">Why clients are not known to be stopped, or null when they are; a person may state it then.</param>
    public static PersonQuestion Deletion(Run run, string clusterName, bool isProtected, string? busy)
    {
        var choice = new PersonChoice(AnswerIds.DeleteCluster, $"Delete cluster {clusterName}")
        {
            TextLabel = "Name of the cluster",
            ExpectedText = clusterName,
            IsIrreversible = true,
            Options = isProtected ? [new PersonOption(AnswerIds.Unprotect, "Turn its deletion protection off first", IsRequired: true)] : [],
        };
        var key = (run.Kind, run.Input.RegistrationId) switch
        {
            (RunKind.RevokeAccess, _) => "",
            (_, null) => " Confluent keeps this cluster's key.",
            (_, { } registration) => $" Its vault key stays as it is; registration {registration} is released five days later. To turn the key off as well, revoke access instead.",
        };
        var before = busy is null ? "" : $"{busy} Stop them, or record a statement. ";
        return new(
            $"{before}Deleting {clusterName} ({run.Input.ClusterId}) deletes all its data and cannot be taken back.{key}",
            busy is null ? [choice] : [choice, StateStopped]);
    }

    /// <summary>The cluster is not shown, and it is not settled that our deletion is the reason.</summary>
    public static PersonQuestion Unseen(string cluster, string what) => new(
        $"{what} That can mean that cluster {cluster} is deleted, or that this console lost its permission. Look in Confluent Cloud with an account of your own.",
        [
            new PersonChoice(AnswerIds.StateDeleted, "It is deleted: record a statement") { TextLabel = Statement },
            LookAgain,
            new PersonChoice(AnswerIds.Stop, "End this run"),
        ]);

    public static PersonQuestion StillShown(string cluster) => new(
        $"Cluster {cluster} is stated to be deleted, and Confluent Cloud shows it.", [LookAgain, new PersonChoice(AnswerIds.Stop, "End this run")]);

    public static PersonQuestion VaultKey(KeyIdentifier key, BlastRadius? radius)
    {
        var kept = radius?.RetentionDays is { } days ? $"{days} days" : "the vault's retention time";
        var purge = radius?.PurgeProtected is true ? ", and nobody can purge it earlier" : "";
        var byHand = new PersonOption(AnswerIds.ByHand, "I run the command myself; the console watches for its effect");
        return new(
            $"What is to become of vault key {key}? Disabled, it can be enabled again at any time. Deleted, it can be recovered for {kept}{purge}; after that nobody gets it back.",
            [
                KeepKey,
                new PersonChoice(AnswerIds.DisableKey, "Disable every version") { Options = [byHand] },
                new PersonChoice(AnswerIds.DeleteKey, "Delete the key")
                {
                    TextLabel = "Name of the key", ExpectedText = key.KeyName, IsIrreversible = true, Options = [byHand],
                },
            ]);
    }

    public static PersonQuestion KeyInUse(KeyIdentifier key, string why) => new(
        $"Nothing can be done to vault key {key} now. {why} The console looks again by itself; the key can also be left as it is.", [KeepKey]);

    public static PersonQuestion KeyByHand(string command, string? refusal) => new(
        refusal is null
            ? "Run this where you may change the key. The console watches, and goes on by itself."
            : $"The console may not do it itself. {refusal} Run this where you may, or give the console the right and let it try again.",
        refusal is null ? [KeepKey] : [new PersonChoice(AnswerIds.LookAgain, "Let the console try again"), KeepKey])
    {
        Command = command,
    };

    public static PersonQuestion KeyBack(string command, string refusal) => new(
        $"The console may not bring the key back itself. {refusal} Run this where you may; the console watches, and goes on by itself.",
        [new PersonChoice(AnswerIds.LookAgain, "Let the console try again"), new PersonChoice(AnswerIds.Stop, "End this run")])
    {
        Command = command,
    };

    public static PersonQuestion Grants(string vault, IReadOnlyList<string> roles) => new(
        $"The registration's application has {string.Join(" and ", roles)} at vault {vault}. Removed, it can use no key of that vault any more; they can be given again.",
        [
            new PersonChoice(AnswerIds.RemoveGrants, "Remove them"),
            new PersonChoice(AnswerIds.LeaveGrants, "Leave them"),
        ]);

    public static PersonQuestion GrantsBlocked(string why, string? command) => new(
        why, [new PersonChoice(AnswerIds.LookAgain, "Let the console try again"), new PersonChoice(AnswerIds.LeaveGrants, "Leave them")])
    {
        Command = command,
    };

    public static PersonQuestion Release(string registration, bool deletes, bool isOverdue) => new(
        isOverdue
            ? $"The five days are over, and Confluent Cloud still says that {registration} is in use. Another cluster may carry it."
            : $"Registration {registration} {(deletes ? "is deleted by itself once it is released" : "stays when it is released")}.",
        [
            deletes
                ? new PersonChoice(AnswerIds.KeepRegistration, "Keep the registration")
                : new PersonChoice(AnswerIds.DeleteRegistration, "Delete the registration once it is released"),
            .. isOverdue ? [new PersonChoice(AnswerIds.EndWait, "End the wait")] : Array.Empty<PersonChoice>(),
        ]);

    public static string Others(IReadOnlyList<KeyUser> others) => others.Count == 0
        ? "No other cluster in sight uses that key."
        : $"{string.Join(", ", others.Select(user => $"{user.ClusterName} ({user.ClusterId} in {user.EnvironmentId})"))} {(others.Count == 1 ? "uses" : "use")} the same vault key: as long as that is so, the vault key cannot be touched.";

    public static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
