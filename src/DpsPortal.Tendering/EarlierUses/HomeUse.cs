using DpsPortal.Accreditation.Integration;

namespace DpsPortal.Tendering.EarlierUses;

/// <summary>What an authority knows of the home of a bid (fact 23).</summary>
/// <param name="IsNew">The authority has not used it as far as the portal knows.</param>
/// <param name="References">Of the home's provider.</param>
/// <param name="Said">That it was used before the portal, said in this call-off; null where nobody did.</param>
internal sealed record HomeUse(bool IsNew, ReferenceCheck References, EarlierUse? Said)
{
    public bool NeedsReferences => IsNew && Said is null && !References.Enough;

    public HomeKnown Known() => new(NeedsReferences, this is { IsNew: true, Said: null } ? Counted() : null);

    /// <summary>As in a sentence: <c>1 counts (Westvale LBC, until 3 May 2027)</c>.</summary>
    public string Counted() => References.Counting.Count == 0
        ? "none counts"
        : $"{References.Counting.Count} {(References.Counting.Count == 1 ? "counts" : "count")} ("
            + string.Join(
                "; ", References.Counting.Select(r => $"{r.Authority}, until {Sentences.Day(r.CountsUntil)}")) + ")";
}

/// <param name="References">Those that count, as in a sentence; null where the authority has used the home.</param>
internal sealed record HomeKnown(bool NeedsReferences, string? References);
