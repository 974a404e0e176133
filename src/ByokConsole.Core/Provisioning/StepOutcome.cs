namespace ByokConsole.Core.Provisioning;

/// <summary>What a step came to. The engine journals it; a step never writes its own end.</summary>
public abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <summary>What the run knows now, or null when the step learnt nothing.</summary>
    public RunFacts? Facts { get; init; }

    /// <summary>The cloud's request id, for its support, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>What this outcome says was decided or done, for audit and evidence; or null.</summary>
    public Deed? Deed { get; init; }

    /// <summary>It is so now.</summary>
    public sealed record Done(string Note) : StepOutcome;

    /// <summary>This run does not need the step.</summary>
    public sealed record NotNeeded(string Note) : StepOutcome;

    /// <summary>Look again after a while.</summary>
    /// <param name="Reason">What is waited for. Free of clocks and counters: the page counts, and only a new reason is news.</param>
    public sealed record Wait(string Reason, TimeSpan Delay) : StepOutcome
    {
        /// <summary>The cloud clearly did not do it: the intent is withdrawn, and the next attempt is a first one.</summary>
        public bool Withdrawn { get; init; }

        /// <summary>An act of unknown outcome was looked for and not found, once more.</summary>
        public bool FoundNothing { get; init; }

        /// <summary>A question that may be answered while it waits, or null: whichever comes first counts.</summary>
        public PersonQuestion? Question { get; init; }
    }

    /// <summary>The run ends here.</summary>
    public sealed record Fail(Rejection Rejection) : StepOutcome;

    /// <summary>Only a person knows.</summary>
    public sealed record Ask(PersonQuestion Question) : StepOutcome;
}
