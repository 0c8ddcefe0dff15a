using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>An authority that may buy through the scheme by its access agreement, from a day on. London dates.</summary>
internal sealed class MemberAuthority : Entity
{
    public MemberAuthority(Guid id, Guid authorityId, string authorityName, DateOnly from) : base(id) =>
        (AuthorityId, AuthorityName, From) = (authorityId, authorityName, from);

    private MemberAuthority()
    {
    }

    public Guid AuthorityId { get; private init; }

    public string AuthorityName { get; private init; } = "";

    public DateOnly? SignedOn { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>Share of the scheme's costs, hundredths of a per cent; null when none was agreed.</summary>
    public int? ShareBasisPoints { get; private set; }

    public void Agree(SaveAgreementDto agreement) =>
        (SignedOn, From, Until, ShareBasisPoints) =
        (agreement.SignedOn, agreement.From, agreement.Until, agreement.ShareBasisPoints);
}
