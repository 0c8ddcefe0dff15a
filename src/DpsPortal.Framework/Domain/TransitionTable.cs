using System.Collections;
using System.Globalization;
using System.Text;

namespace DpsPortal.Framework.Domain;

/// <summary>
/// A state machine as data. The one table drives the moves, what a screen may offer, the matrix test, the diagram
/// in <c>etc/docs/state-machines</c> and the audit trail.
/// </summary>
public sealed class TransitionTable<TState, TTrigger> : IEnumerable<Transition<TState, TTrigger>>
    where TState : struct, Enum
    where TTrigger : struct, Enum
{
    private readonly Dictionary<(TState From, TTrigger Trigger), TState> _transitions = [];

    public void Add(TState from, TTrigger trigger, TState to) => _transitions.Add((from, trigger), to);

    /// <summary>The state that <paramref name="trigger"/> leads to.</summary>
    /// <exception cref="InvalidTransitionException">The state does not permit the trigger.</exception>
    public TState Fire(TState state, TTrigger trigger) =>
        _transitions.TryGetValue((state, trigger), out var to)
            ? to
            : throw new InvalidTransitionException(
                state.ToString(), trigger.ToString(), [.. PermittedTriggers(state).Select(t => t.ToString())]);

    public bool CanFire(TState state, TTrigger trigger) => _transitions.ContainsKey((state, trigger));

    public IReadOnlyList<TTrigger> PermittedTriggers(TState state) =>
        [.. _transitions.Keys.Where(k => k.From.Equals(state)).Select(k => k.Trigger)];

    /// <summary>The diagram as Mermaid text, in the order of the table.</summary>
    public string ToMermaid(TState initial)
    {
        var text = new StringBuilder("stateDiagram-v2\n").Append(CultureInfo.InvariantCulture, $"    [*] --> {initial}\n");
        foreach (var (from, trigger, to) in this)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {from} --> {to}: {trigger}\n");
        }

        return text.ToString();
    }

    public IEnumerator<Transition<TState, TTrigger>> GetEnumerator() => _transitions
        .Select(t => new Transition<TState, TTrigger>(t.Key.From, t.Key.Trigger, t.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed record Transition<TState, TTrigger>(TState From, TTrigger Trigger, TState To);

/// <summary>The state does not permit the move. The answer says what is possible now.</summary>
public sealed class InvalidTransitionException : BusinessException
{
    public const string ErrorCode = "DpsPortal:InvalidTransition";

    public InvalidTransitionException(string state, string trigger, IReadOnlyList<string> permitted) : base(ErrorCode)
    {
        WithData("state", PascalWords.InWords(state));
        WithData("trigger", PascalWords.InWords(trigger));
        WithData("permitted", permitted.Count == 0 ? "nothing" : string.Join(", ", permitted.Select(PascalWords.InWords)));
    }
}
