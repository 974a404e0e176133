using System.Diagnostics.CodeAnalysis;

namespace ByokConsole.Core.Clouds;

/// <summary>What a cloud answered: a value or a fault, with the cloud's own time and request id.</summary>
/// <typeparam name="T">The domain type asked for.</typeparam>
public sealed record Answer<T>
    where T : notnull
{
    private readonly T? _value;

    /// <summary>A successful answer.</summary>
    public Answer(T value) => _value = value;

    /// <summary>An unsuccessful answer.</summary>
    public Answer(CloudFault fault) => Fault = fault;

    /// <summary>The fault, or null when the answer is good.</summary>
    public CloudFault? Fault { get; }

    /// <summary>True when <see cref="Value"/> may be read.</summary>
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsOk => Fault is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The answer is a fault.</exception>
    public T Value => IsOk ? _value! : throw new InvalidOperationException($"The answer is a fault: {Fault.Kind}.");

    /// <summary>The cloud's clock when it answered (its Date header), or null: "now" for cloud dates.</summary>
    public DateTimeOffset? CloudTime { get; init; }

    /// <summary>The cloud's request id, or null.</summary>
    public string? RequestId { get; init; }

    public static implicit operator Answer<T>(T value) => new(value);

    public static implicit operator Answer<T>(CloudFault fault) => new(fault);

    /// <summary>The same answer with its value turned into another type.</summary>
    public Answer<TOther> Select<TOther>(Func<T, TOther> selector)
        where TOther : notnull
        => IsOk
            ? new Answer<TOther>(selector(Value)) { CloudTime = CloudTime, RequestId = RequestId }
            : new Answer<TOther>(Fault) { CloudTime = CloudTime, RequestId = RequestId };
}
