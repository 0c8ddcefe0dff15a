using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>
/// One category of a scheme. Providers join lots; needs are called off in a lot. What accreditation does in it was
/// published with the scheme, so nothing here can be changed.
/// </summary>
internal sealed class Lot : Entity
{
    public Lot(Guid id, int number, RecordLotDto lot) : base(id) =>
        (Number, Name, Category, Admits16To17, AccreditationUse, Terms) =
        (number, lot.Name, lot.Category, lot.Admits16To17, lot.AccreditationUse, lot.Terms ?? new LotTermsDto());

    private Lot()
    {
    }

    public int Number { get; private init; }

    public string Name { get; private init; } = "";

    public OfstedCategory Category { get; private init; }

    public bool Admits16To17 { get; private init; }

    public AccreditationUse AccreditationUse { get; private init; }

    /// <summary>Criteria, areas, places and the rules of the rate card, as published.</summary>
    public LotTermsDto Terms { get; private init; } = new();
}
