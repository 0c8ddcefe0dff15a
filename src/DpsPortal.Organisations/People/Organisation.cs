using DpsPortal.Framework.Domain;

namespace DpsPortal.Organisations.People;

/// <summary>An authority that places young people, or a provider that houses them. Everything belongs to one.</summary>
internal sealed class Organisation : AggregateRoot
{
    public const int MaxNameLength = 200;
    public const int MaxCodeLength = 20;

    public Organisation(Guid id, string name, OrganisationKind kind, string? code = null) : base(id)
    {
        Name = name;
        Kind = kind;
        Code = code;
        Record("Create", after: name);
    }

    /// <summary>A provider that registered by itself, under the numbers it gave.</summary>
    public static Organisation Register(Guid id, string name, string? companyNumber, string? charityNumber) =>
        new(id, name, OrganisationKind.Provider) { CompanyNumber = companyNumber, CharityNumber = charityNumber };

    /// <summary>An authority that a host lets buy.</summary>
    public static Organisation AddedBy(Guid hostId, Guid id, string name, string code) =>
        new(id, name, OrganisationKind.Authority, code) { AddedById = hostId };

    private Organisation()
    {
    }

    public string Name { get; private set; } = "";

    public OrganisationKind Kind { get; private set; }

    /// <summary>Short code of an authority, in capitals; null for a provider.</summary>
    public string? Code { get; private set; }

    /// <summary>The host that added the authority: only it invites its first administrator. Null for all others.</summary>
    public Guid? AddedById { get; private set; }

    /// <summary>At Companies House; null if it is no company or did not say.</summary>
    public string? CompanyNumber { get; private set; }

    /// <summary>At the Charity Commission; null if it is no charity or did not say.</summary>
    public string? CharityNumber { get; private set; }

    /// <summary>
    /// Instant, UTC, of an authority: since then an administrator makes no other one alone, even if only one is left.
    /// </summary>
    public DateTime? SecondAdministratorAt { get; private set; }

    /// <summary>The first time counts.</summary>
    public void HasSecondAdministrator(DateTime now)
    {
        if (SecondAdministratorAt is null)
        {
            SecondAdministratorAt = now;
            Record("SecondAdministrator");
        }
    }
}
