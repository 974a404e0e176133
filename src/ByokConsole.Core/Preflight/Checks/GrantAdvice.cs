namespace ByokConsole.Core.Preflight.Checks;

/// <summary>A grant that is missing is given in the wizard; of a key in use it was taken away, and is put back on the key's page.</summary>
internal static class GrantAdvice
{
    public static Remedy Remedy(KeySubject subject)
        => new(RemedyKind.Grant, subject.BoundClusterId is null ? "Go to step 2" : "Restore grants");
}
