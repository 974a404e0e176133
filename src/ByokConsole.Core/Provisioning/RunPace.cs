namespace ByokConsole.Core.Provisioning;

/// <summary>How often runs look, and how long they are patient.</summary>
public sealed record RunPace
{
    /// <summary>Between two looks for an act whose outcome is unknown, and after a fault that may pass.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Looks that must find nothing before a POST of unknown outcome is sent again.</summary>
    public int Looks { get; init; } = 4;

    /// <summary>Time that must pass besides, since the POST was sent.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What a step means to do it begins within this, or leaves it. Far less than <see cref="Settle"/>, after which another does it.</summary>
    public static readonly TimeSpan ActWithin = TimeSpan.FromSeconds(5);

    /// <summary>How long a grant, an application or a new principal may take to show before a step gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How long a grant must have been in force before a cluster is bought on it: while Azure spreads a role assignment, one of its servers may
    /// know it already and the next one not yet.
    /// </summary>
    public TimeSpan Steady { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two looks at something that takes seconds.</summary>
    public TimeSpan Soon { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Between two looks at a cluster that is being provisioned: the longer it takes, the more patient.</summary>
    public static TimeSpan ForProvisioning(TimeSpan elapsed) => elapsed.TotalMinutes switch
    {
        < 1 => TimeSpan.FromSeconds(2),
        < 5 => TimeSpan.FromSeconds(5),
        < 15 => TimeSpan.FromSeconds(15),
        _ => TimeSpan.FromMinutes(1),
    };

    /// <summary>
    /// Between two looks at something that stands for minutes to days, while a person may be watching: a clock that was moved, a command that
    /// was run, are seen within seconds at first, within a minute later.
    /// </summary>
    public static TimeSpan ForStanding(TimeSpan elapsed) => elapsed.TotalMinutes switch
    {
        < 10 => TimeSpan.FromSeconds(10),
        < 60 => TimeSpan.FromSeconds(30),
        _ => TimeSpan.FromMinutes(1),
    };

    /// <summary>
    /// True when an act of unknown outcome was looked for often and long enough without finding anything. Where the clock was put back before the act,
    /// it says nothing of how long that was, and the looks count instead: they are apart as far as <see cref="LookAgain"/> says.
    /// </summary>
    public bool HasSettled(RunContext context) => context.Now < context.Step.IntentAt
        ? context.Step.EmptyLooks + 1 >= Looks + (int)Math.Ceiling(Settle / LookAgain)
        : context.Step.EmptyLooks + 1 >= Looks && context.Now - context.Step.IntentAt >= Settle;
}
