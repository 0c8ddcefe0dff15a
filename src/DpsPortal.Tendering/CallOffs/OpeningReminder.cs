using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Integration;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>
/// That the officers were told again of bids that nobody has opened yet. Apart from the call-off, whose version an
/// officer who is just opening has read.
/// </summary>
internal sealed class OpeningReminder : AggregateRoot
{
    /// <summary>After the close. Nothing opens by itself (fact 12).</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan Second = TimeSpan.FromMinutes(60);

    /// <param name="number">1 or 2.</param>
    public OpeningReminder(CallOff callOff, int number) : base(Guid.NewGuid())
    {
        (CallOffId, AuthorityId, Number) = (callOff.Id, callOff.PlacingAuthorityId, number);
        AddEvent(new OpeningOverdueEto(
            callOff.PlacingAuthorityId, callOff.Reference, callOff.ClosedAt!.Value,
            callOff.Openers is [var first, ..] ? first.Name : null));
    }

    private OpeningReminder()
    {
    }

    public Guid CallOffId { get; private init; }
    public Guid AuthorityId { get; private init; }
    public int Number { get; private init; }
}
