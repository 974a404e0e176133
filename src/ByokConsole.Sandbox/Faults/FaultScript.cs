using ByokConsole.Sandbox.ConfluentCloud;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.Faults;

/// <summary>Which fault a request suffers: one that was ordered, by name and count; or while there is a storm, what that brings.</summary>
public sealed class FaultScript
{
    /// <summary>So many answers are remembered for <see cref="FaultName.DuplicatedReply"/>, and only while one is ordered.</summary>
    private const int MostReplies = 100;
    private readonly Lock _gate = new();
    private readonly List<ScriptedFault> _faults = [];
    private readonly Dictionary<string, Reply> _replies = [];
    private int _ordered;
    private Storm _storm = Storm.Calm;
    private Random _rolls = new(0);

    /// <summary>What is ordered and not used up.</summary>
    public IReadOnlyList<ScriptedFault> Pending()
    {
        lock (_gate)
            return [.. _faults];
    }

    public void Order(ScriptedFault fault)
    {
        lock (_gate)
            _faults.Add(fault with { Id = ++_ordered });
    }

    /// <summary>Takes one back; false where none of that number is left.</summary>
    public bool TakeBack(int id)
    {
        lock (_gate)
        {
            var taken = _faults.RemoveAll(fault => fault.Id == id) > 0;
            ForgetReplies();
            return taken;
        }
    }

    /// <summary>No ordered fault any more; a storm goes on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
            _replies.Clear();
        }
    }

    /// <summary>From now on; <see cref="Faults.Storm.Calm"/> ends it.</summary>
    public Storm Storm
    {
        get
        {
            lock (_gate)
                return _storm;
        }

        set
        {
            lock (_gate)
                (_storm, _rolls) = (value, new Random(value.Seed));
        }
    }

    /// <summary>The fault that this request suffers, and for a duplicated reply the answer that is given again.</summary>
    internal (ScriptedFault? Fault, Reply? Earlier) Next(Call call)
    {
        lock (_gate)
        {
            for (var i = 0; i < _faults.Count; i++)
            {
                var fault = _faults[i];
                var earlier = IsDuplicate(fault) ? _replies.GetValueOrDefault(NameOf(call)) : null;
                // Nothing can be given twice that was not given once.
                if (!Matches(fault, call) || (IsDuplicate(fault) && earlier is null))
                    continue;
                if (fault.Skip > 0)
                {
                    _faults[i] = fault with { Skip = fault.Skip - 1 };
                    continue;
                }

                UseUp(i);
                return (fault, earlier);
            }

            return (IsSpared(call) ? null : _storm.Next(_rolls), null);
        }
    }

    private void UseUp(int at)
    {
        if (_faults[at].Count <= 1)
            _faults.RemoveAt(at);
        else
            _faults[at] = _faults[at] with { Count = _faults[at].Count - 1 };
        ForgetReplies();
    }

    private void ForgetReplies()
    {
        if (!_faults.Any(IsDuplicate))
            _replies.Clear();
    }

    /// <summary>Keeps an answer that may be asked for once more.</summary>
    internal Reply Remember(Call call, Reply reply)
    {
        lock (_gate)
        {
            if (_replies.Count < MostReplies && _faults.Any(fault => IsDuplicate(fault) && Matches(fault, call)))
                _replies[NameOf(call)] = reply;
        }

        return reply;
    }

    /// <summary>A storm is between a client and the clouds; what Confluent itself asks of a vault suffers only what is ordered.</summary>
    private bool IsSpared(Call call) => _storm.IsCalm || call.Header("User-Agent") == CustomerKey.UserAgent;

    private static bool IsDuplicate(ScriptedFault fault) => fault.Name is FaultName.DuplicatedReply;

    private static string NameOf(Call call) => $"{call.Method} {call.Host}{call.Path}{QueryString.Create(call.Query)}";

    private static bool Matches(ScriptedFault fault, Call call)
        => (fault.Host is null || fault.Host.Equals(call.Host, StringComparison.OrdinalIgnoreCase))
            && (fault.Method is null || fault.Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
            && (fault.Path is null || call.Path.Contains(fault.Path, StringComparison.OrdinalIgnoreCase));
}
