using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.PlaceNights;

/// <summary>
/// The nights of one place that are promised to one authority for one call-off. Of two promises of a place no night is
/// in both: the database's exclusion constraint is the last judge (decision 21).
/// </summary>
internal sealed class PlaceNights : AggregateRoot
{
    public PlaceNights(Guid id, PlacePromise promise) : base(id)
    {
        (PlaceId, PremisesId, ProviderId) = (promise.PlaceId, promise.PremisesId, promise.ProviderId);
        (AuthorityId, CallOffId) = (promise.AuthorityId, promise.CallOffId);
        (FirstNight, LeavesOn) = (promise.Nights.First, promise.Nights.LeavesOn);
        Record("Promise", after: $"{Iso(FirstNight)} to {Iso(LeavesOn)}");
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
