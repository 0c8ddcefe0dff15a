using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>
/// A purchasing scheme of a host authority, set up outside the portal and recorded here: its regime, its dates, its
/// lots and the authorities that may buy through it. It has no limit on members: everybody who meets the criteria
/// joins. Source: PCR 2015, reg. 34(6).
/// </summary>
internal sealed class Scheme : AggregateRoot
{
    private readonly List<Lot> _lots = [];
    private readonly List<MemberAuthority> _memberAuthorities = [];

    /// <exception cref="BusinessException">The notice is too late, the end too late, or a fee is forbidden.</exception>
    public Scheme(Guid id, Guid hostAuthorityId, string hostAuthorityName, RecordSchemeDto terms) : base(id)
    {
        RefuseBadTerms(terms);
        (HostAuthorityId, HostAuthorityName) = (hostAuthorityId, hostAuthorityName);
        (Name, Reference, Regime) = (terms.Name, terms.Reference, terms.Regime);
        (ContractNoticeDate, StartsOn, EndsOn) = (terms.ContractNoticeDate, terms.StartsOn, terms.EndsOn);
        (AdmissionMode, TenderTimeBasis) = (terms.AdmissionMode, terms.TenderTimeBasis);
        MinimumTenderMinutes = terms.MinimumTenderMinutes;
        MutualAgreementFromAllMembers = terms.MutualAgreementFromAllMembers;
        RefuseForbiddenFee(terms.AwardFeeBasisPoints);
        AwardFeeBasisPoints = terms.AwardFeeBasisPoints;
        _lots.AddRange(terms.Lots.Select((lot, index) => new Lot(Guid.CreateVersion7(), index + 1, lot)));
        Record("RecordScheme", after: $"{Regime}, ends on {Text(EndsOn)}");
    }

    private Scheme()
    {
    }

    public Guid HostAuthorityId { get; private set; }

    public string HostAuthorityName { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Reference { get; private set; } = "";

    public Regime Regime { get; private set; }

    public DateOnly ContractNoticeDate { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day, London.</summary>
    public DateOnly EndsOn { get; private set; }

    public AdmissionMode AdmissionMode { get; private set; }

    public TenderTimeBasis TenderTimeBasis { get; private set; }

    public int MinimumTenderMinutes { get; private set; }

    public bool MutualAgreementFromAllMembers { get; private set; }

    /// <summary>Hundredths of a per cent of the estimated value, on award; null for none.</summary>
    public int? AwardFeeBasisPoints { get; private set; }

    public IReadOnlyList<Lot> Lots => _lots;

    public IReadOnlyList<MemberAuthority> MemberAuthorities => _memberAuthorities;

    public Lot LotOf(Guid lotId) =>
        _lots.SingleOrDefault(l => l.Id == lotId) ?? throw new EntityNotFoundException(typeof(Lot), lotId);

    public bool IsOpenToJoin(DateTime now)
    {
        var today = LondonTime.DateOf(now);
        return today >= StartsOn && today <= EndsOn && !LegacyRegime.HasEnded(now);
    }

    /// <exception cref="BusinessException">The scheme has not begun or is over.</exception>
    public void RefuseWhenClosed(DateTime now)
    {
        if (!IsOpenToJoin(now))
        {
            throw new BusinessException(AccreditationErrorCodes.SchemeClosed)
                .WithData("scheme", Name)
                .WithData("startsOn", Text(StartsOn))
                .WithData("endsOn", Text(EndsOn < LegacyRegime.LastDay ? EndsOn : LegacyRegime.LastDay));
        }
    }

    /// <summary>Lets an authority buy through the scheme by its access agreement.</summary>
    public void AddMember(Guid authorityId, string authorityName, DateOnly from)
    {
        if (_memberAuthorities.All(m => m.AuthorityId != authorityId))
        {
            _memberAuthorities.Add(new MemberAuthority(Guid.CreateVersion7(), authorityId, authorityName, from));
            Record("AddMember", after: authorityName);
        }
    }

    /// <exception cref="BusinessException">Changes ended on 23 February 2026, or the new end is too late.</exception>
    public void ChangeValidity(DateOnly endsOn, string reason, DateTime now)
    {
        if (LegacyRegime.ValidityIsFrozen(now))
        {
            throw new BusinessException(AccreditationErrorCodes.ValidityFrozen).WithData("endsOn", Text(EndsOn));
        }

        RefuseLateEnd(endsOn);
        if (endsOn < StartsOn)
        {
            throw new InvalidInputException("endsOn", "The last day cannot be before the first.");
        }

        Record("ChangeValidity", Text(EndsOn), Text(endsOn), reason);
        EndsOn = endsOn;
    }

    /// <exception cref="BusinessException">A dynamic purchasing system charges providers nothing.</exception>
    public void SetAwardFee(int? basisPoints)
    {
        RefuseForbiddenFee(basisPoints);
        Record("SetAwardFee", FeeText(AwardFeeBasisPoints), FeeText(basisPoints));
        AwardFeeBasisPoints = basisPoints;
    }

    private static void RefuseBadTerms(RecordSchemeDto terms)
    {
        if (terms.ContractNoticeDate >= LegacyRegime.Repealed)
        {
            throw new BusinessException(AccreditationErrorCodes.NoticeAfterRepeal);
        }

        RefuseLateEnd(terms.EndsOn);
        if (terms.EndsOn < terms.StartsOn)
        {
            throw new InvalidInputException("endsOn", "The last day cannot be before the first.");
        }

        if (terms.StartsOn < terms.ContractNoticeDate)
        {
            throw new InvalidInputException("startsOn", "A scheme starts on or after the day of its contract notice.");
        }

        if (terms.Regime != Regime.PcrDps)
        {
            return;
        }

        // Source: PCR 2015, reg. 34(2), (11) and (12).
        if (terms.AdmissionMode != AdmissionMode.Continuous)
        {
            throw new InvalidInputException("admissionMode", "A dynamic purchasing system takes applications at any time.");
        }

        if (terms.TenderTimeBasis == TenderTimeBasis.LightTouchPublished)
        {
            throw new InvalidInputException(
                "tenderTimeBasis", "Choose ten days or mutual agreement: light-touch times are not for a DPS.");
        }
    }

    private static void RefuseLateEnd(DateOnly endsOn)
    {
        if (endsOn > LegacyRegime.LastDay)
        {
            throw new BusinessException(AccreditationErrorCodes.EndsTooLate);
        }
    }

    /// <summary>Source: PCR 2015, reg. 34(29).</summary>
    private void RefuseForbiddenFee(int? basisPoints)
    {
        if (basisPoints is not null && Regime == Regime.PcrDps)
        {
            throw new BusinessException(AccreditationErrorCodes.FeeForbidden);
        }
    }

    private static string FeeText(int? basisPoints) => basisPoints is { } fee
        ? string.Create(CultureInfo.InvariantCulture, $"{fee / 100m:0.00} %")
        : "none";

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
