using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>
/// A purchasing scheme of a host authority: its regime, its dates, its lots and the authorities that may buy through
/// it. One that was set up outside the portal is recorded; a new one is drafted, checked and published by a second
/// officer. What its law allows stands in <see cref="RegimeRules"/>.
/// </summary>
internal sealed partial class Scheme : AggregateRoot
{
    private readonly List<Lot> _lots = [];
    private readonly List<MemberAuthority> _memberAuthorities = [];

    /// <summary>Records one that is in force already.</summary>
    /// <exception cref="BusinessException">The notice is too late, the end too late, or a fee is forbidden.</exception>
    public Scheme(Guid id, Guid hostAuthorityId, string hostAuthorityName, RecordSchemeDto terms) : base(id)
    {
        (HostAuthorityId, HostAuthorityName) = (hostAuthorityId, hostAuthorityName);
        Take(terms);
        State = SchemeState.Published;
        Record("RecordScheme", after: $"{Regime}, ends on {Text(EndsOn)}");
    }

    private Scheme()
    {
    }

    public Guid HostAuthorityId { get; private set; }

    public string HostAuthorityName { get; private set; } = "";

    public SchemeState State { get; private set; }

    /// <summary>Who wrote the draft last; another one publishes it. Null when the scheme was recorded.</summary>
    public Officer? Writer { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public string Name { get; private set; } = "";

    public string Reference { get; private set; } = "";

    public Regime Regime { get; private set; }

    public DateOnly ContractNoticeDate { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day, London.</summary>
    public DateOnly EndsOn { get; private set; }

    public AdmissionMode AdmissionMode { get; private set; }

    /// <summary>In order; empty for a scheme that is open on any day.</summary>
    public IReadOnlyList<AdmissionWindowDto> Windows { get; private set; } = [];

    public TenderTimeBasis TenderTimeBasis { get; private set; }

    public int MinimumTenderMinutes { get; private set; }

    public bool MutualAgreementFromAllMembers { get; private set; }

    /// <summary>Hundredths of a per cent of the estimated value, on award; null for none.</summary>
    public int? AwardFeeBasisPoints { get; private set; }

    /// <summary>Only where the regime lets a scheme state one; null for none.</summary>
    public int? MostMembers { get; private set; }

    public IReadOnlyList<Lot> Lots => _lots;

    public IReadOnlyList<MemberAuthority> MemberAuthorities => _memberAuthorities;

    public Lot LotOf(Guid lotId) =>
        _lots.SingleOrDefault(l => l.Id == lotId) ?? throw new EntityNotFoundException(typeof(Lot), lotId);

    /// <summary>The last day on which anything can be begun under the scheme: its own or the law's. London.</summary>
    public DateOnly LastDay =>
        RegimeRules.Of(Regime).LatestEnd(StartsOn) is { } latest && latest < EndsOn ? latest : EndsOn;

    public bool IsOpenToJoin(DateTime now)
    {
        var today = LondonTime.DateOf(now);
        return IsRunning(today)
            && (AdmissionMode == AdmissionMode.Continuous || Windows.Any(w => w.From <= today && today <= w.Until));
    }

    /// <exception cref="BusinessException">The scheme has not begun, is over, or its window is closed.</exception>
    public void RefuseWhenClosed(DateTime now)
    {
        if (IsOpenToJoin(now))
        {
            return;
        }

        var today = LondonTime.DateOf(now);
        if (!IsRunning(today))
        {
            throw new BusinessException(AccreditationErrorCodes.SchemeClosed)
                .WithData("scheme", Name).WithData("startsOn", Text(StartsOn)).WithData("endsOn", Text(LastDay));
        }

        throw new BusinessException(AccreditationErrorCodes.WindowClosed)
            .WithData("scheme", Name)
            .WithData("next", Windows.FirstOrDefault(w => w.From > today) is { } next
                ? $"The next opens on {InWords(next.From)} and closes on {InWords(next.Until)}"
                : "The next has not been announced");
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
        var rules = RegimeRules.Of(Regime);
        if (rules.ValidityIsFrozen(now))
        {
            throw new BusinessException(AccreditationErrorCodes.ValidityFrozen)
                .WithData("endsOn", InWords(EndsOn)).WithData("source", rules.SourceOf(RegimeSubject.EndDate));
        }

        SchemeLaw.RefuseLateEnd(StartsOn, endsOn, rules);
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
        SchemeLaw.RefuseFee(basisPoints, RegimeRules.Of(Regime));
        Record("SetAwardFee", FeeText(AwardFeeBasisPoints), FeeText(basisPoints));
        AwardFeeBasisPoints = basisPoints;
    }

    private bool IsRunning(DateOnly today) =>
        State == SchemeState.Published && today >= StartsOn && today <= LastDay;

    private void Take(RecordSchemeDto terms)
    {
        SchemeLaw.Refuse(terms);
        (Name, Reference, Regime) = (terms.Name, terms.Reference, terms.Regime);
        (ContractNoticeDate, StartsOn, EndsOn) = (terms.ContractNoticeDate, terms.StartsOn, terms.EndsOn);
        (AdmissionMode, Windows, TenderTimeBasis) = (terms.AdmissionMode, terms.Windows, terms.TenderTimeBasis);
        MinimumTenderMinutes = terms.MinimumTenderMinutes;
        MutualAgreementFromAllMembers = terms.MutualAgreementFromAllMembers;
        (AwardFeeBasisPoints, MostMembers) = (terms.AwardFeeBasisPoints, terms.MostMembers);
        _lots.Clear();
        _lots.AddRange(terms.Lots.Select((lot, index) => new Lot(Guid.CreateVersion7(), index + 1, lot)));
    }

    private static string FeeText(int? basisPoints) => basisPoints is { } fee
        ? string.Create(CultureInfo.InvariantCulture, $"{fee / 100m:0.00}%")
        : "none";

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string InWords(DateOnly date) =>
        date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
