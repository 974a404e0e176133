namespace ByokConsole.Core.Revocation;

/// <summary>Ids of the choices and boxes that the revocation's questions offer. They stand in the journal and never change.</summary>
public static class AnswerIds
{
    /// <summary>Plan: go on as shown.</summary>
    public const string AgreePlan = "agree-plan";

    /// <summary>Box of the plan: nobody else uses the vault key, or they know. Required, for the console cannot see them.</summary>
    public const string OthersKnow = "others-know";

    /// <summary>Box of the plan, and answer while waiting: delete the registration by itself once it is released.</summary>
    public const string DeleteRegistration = "delete-registration";

    /// <summary>While waiting for the release: keep the registration after all.</summary>
    public const string KeepRegistration = "keep-registration";

    /// <summary>Clients: the metrics are wrong; the text is the statement that is recorded.</summary>
    public const string StateStopped = "state-stopped";

    /// <summary>Delete the cluster; the text is its name.</summary>
    public const string DeleteCluster = "delete-cluster";

    /// <summary>Box of the deletion: turn deletion protection off first.</summary>
    public const string Unprotect = "unprotect";

    /// <summary>The cluster is deleted, though its reply was lost or this console may no longer see it; the text is the statement.</summary>
    public const string StateDeleted = "state-deleted";

    /// <summary>Look again: the permission was given back, say.</summary>
    public const string LookAgain = "look-again";

    /// <summary>Ask for the deletion once more.</summary>
    public const string SendAgain = "send-again";

    /// <summary>End the run here.</summary>
    public const string Stop = "stop";

    /// <summary>Vault key: leave it as it is.</summary>
    public const string KeepKey = "keep-key";

    /// <summary>Vault key: disable every version.</summary>
    public const string DisableKey = "disable-key";

    /// <summary>Vault key: delete it; the text is its name.</summary>
    public const string DeleteKey = "delete-key";

    /// <summary>Box of both: I run the command myself, the console watches.</summary>
    public const string ByHand = "by-hand";

    /// <summary>Grants: remove the role assignments.</summary>
    public const string RemoveGrants = "remove-grants";

    /// <summary>Grants: leave them.</summary>
    public const string LeaveGrants = "leave-grants";

    /// <summary>Release: end the wait although Confluent Cloud has not released the key.</summary>
    public const string EndWait = "end-wait";
}
