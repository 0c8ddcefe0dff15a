using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.PlaceNights;

/// <summary>
/// The nights of one place that are promised to one authority for one call-off. Of two promises of the same slot no
/// night is in both: the database's exclusion constraint is the last judge (decision 21).
/// </summary>
internal sealed class PlaceNights : AggregateRoot
{
    /// <param name="slot">From 1 to the number of people the place is for.</param>
    public PlaceNights(Guid id, PlacePromise promise, int slot) : base(id)
    {
        (PlaceId, PremisesId, ProviderId) = (promise.PlaceId, promise.PremisesId, promise.ProviderId);
        (AuthorityId, CallOffId, Slot, Alone) = (promise.AuthorityId, promise.CallOffId, slot, promise.Alone);
        (FirstNight, LeavesOn) = (promise.Nights.First, promise.Nights.LeavesOn);
        Record("Promise", after: string.Create(
            CultureInfo.InvariantCulture, $"slot {slot}, {FirstNight:O} to {LeavesOn:O}"));
    }

    /// <summary>For the object mapper only.</summary>
    private PlaceNights()
    {
    }

    public Guid PlaceId { get; private set; }

    public Guid PremisesId { get; private set; }

    public Guid ProviderId { get; private set; }

    public Guid AuthorityId { get; private set; }

    public Guid CallOffId { get; private set; }

    /// <summary>From 1 to the number of people the place is for; 1 and 2 for whoever is to be alone.</summary>
    public int Slot { get; private set; }

    /// <summary>The place is nobody else's meanwhile, also if it becomes one for two.</summary>
    public bool Alone { get; private set; }

    /// <summary>London date.</summary>
    public DateOnly FirstNight { get; private set; }

    /// <summary>London date; that night is not promised. The same as <see cref="FirstNight"/> once released.</summary>
    public DateOnly LeavesOn { get; private set; }

    public Nights Nights => new(FirstNight, LeavesOn);

    /// <exception cref="ArgumentOutOfRangeException">Before the first night.</exception>
    public void MoveLeaving(DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, FirstNight);
        Record("MoveLeaving", Iso(LeavesOn), Iso(to));
        LeavesOn = to;
    }

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
