using System.Reflection;

namespace ByokConsole.Resilience.Mutations;

/// <summary>A port that behaves as it does, but for one thing.</summary>
/// <typeparam name="T">The port.</typeparam>
public class Altered<T> : DispatchProxy
    where T : class
{
    private T? _real;
    private Func<T, MethodInfo, object?[], object?>? _alter;

    /// <param name="alter">Answers a call in its own way, or null to leave it to the real one.</param>
    internal void Stand(T real, Func<T, MethodInfo, object?[], object?> alter) => (_real, _alter) = (real, alter);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        => _alter!(_real!, targetMethod!, args ?? []) ?? targetMethod!.Invoke(_real, BindingFlags.DoNotWrapExceptions, null, args, null);
}
