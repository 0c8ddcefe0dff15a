using System.Globalization;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Organisations.Evidence;

/// <summary>One document that a provider is asked for again and again: kept once, in versions that are never changed.</summary>
internal sealed class EvidenceItem : AggregateRoot
{
    private readonly List<EvidenceVersion> _versions = [];

    public EvidenceItem(Guid id, Guid organisationId, EvidenceKind kind, EvidenceAbout about) : base(id)
    {
        OrganisationId = organisationId;
        Kind = kind;
        (PremisesId, SubjectName, SubjectKey) = (about.PremisesId, about.Name, about.Key);
        Record("Add", after: kind.ToString());
    }

    private EvidenceItem()
    {
    }

    public Guid OrganisationId { get; private set; }

    public EvidenceKind Kind { get; private set; }

    public Guid? PremisesId { get; private set; }

    public string? SubjectName { get; private set; }

    /// <summary>One item of a kind for each of them.</summary>
    public string SubjectKey { get; private set; } = "";

    public IReadOnlyList<EvidenceVersion> Versions => _versions;

    public EvidenceVersion Current => _versions.MaxBy(v => v.Number)!;

    public void AddVersion(EvidenceVersionInputDto input, DateTime now)
    {
        var before = _versions.Count == 0 ? null : Current;
        _versions.Add(new EvidenceVersion
        {
            Number = (before?.Number ?? 0) + 1,
            OrganisationId = OrganisationId,
            DocumentId = input.DocumentId,
            Issuer = Trimmed(input.Issuer),
            Reference = Trimmed(input.Reference),
            IssuedOn = input.IssuedOn,
            ExpiresOn = input.ExpiresOn,
            AddedAt = now,
        });
        Record("AddVersion", before is null ? null : Words(before), Words(Current));
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Words(EvidenceVersion version) =>
        $"{version.Number}: {version.DocumentId:N} until {version.ExpiresOn?.ToString("O", CultureInfo.InvariantCulture) ?? "-"}";
}

internal sealed class EvidenceVersion
{
    public int Number { get; init; }

    /// <summary>Repeated from the item: the row-level policy names it.</summary>
    public Guid OrganisationId { get; init; }

    public Guid DocumentId { get; init; }

    public string? Issuer { get; init; }

    public string? Reference { get; init; }

    public DateOnly? IssuedOn { get; init; }

    /// <summary>The last day on which it is valid.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Instant, UTC.</summary>
    public DateTime AddedAt { get; init; }
}

/// <summary>The organisation itself, one of its homes, or one of its people.</summary>
/// <param name="Key">Two that are the same have the same key; a person is known by name, however it is written.</param>
internal sealed record EvidenceAbout(Guid? PremisesId, string? Name, string Key)
{
    /// <param name="homes">The provider's, by id.</param>
    /// <exception cref="InvalidInputException">The kind is about something else, or the home is not the provider's.</exception>
    public static EvidenceAbout Of(
        EvidenceKind kind, Guid? premisesId, string? person, IReadOnlyDictionary<Guid, string> homes)
    {
        switch (EvidenceKinds.SubjectOf(kind))
        {
            case EvidenceSubject.Premises:
                return premisesId is { } id && homes.TryGetValue(id, out var home)
                    ? new EvidenceAbout(id, home, id.ToString("N"))
                    : throw new InvalidInputException("premisesId", "Choose the home that the document is about.");
            case EvidenceSubject.Person:
                var name = string.Join(' ', (person ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
                return name.Length > 0
                    ? new EvidenceAbout(null, name, name.ToUpperInvariant())
                    : throw new InvalidInputException("person", "Enter the name of the person that the document is about.");
            default:
                return new EvidenceAbout(null, null, "");
        }
    }
}
