using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.References;

/// <summary>
/// That a referee at an authority is asked about a provider. The link goes by e-mail and works once; what the referee
/// says is kept apart, for the provider may not read it.
/// </summary>
internal sealed class ReferenceRequest : AggregateRoot
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(ReferenceConsts.LinkDays);

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public ReferenceRequest(Application application, Scheme scheme, AskReferenceDto input, DateTime now)
        : base(Guid.CreateVersion7())
    {
        (ApplicationId, Reference) = (application.Id, application.Reference);
        (HostAuthorityId, HostAuthorityName) = (scheme.HostAuthorityId, scheme.HostAuthorityName);
        (ProviderId, ProviderName, SchemeName) = (application.ProviderId, application.ProviderName, scheme.Name);
        (RefereeName, RefereeEmail) = (input.RefereeName.Trim(), input.RefereeEmail.Trim());
        (AuthorityName, AuthorityKey) = (input.AuthorityName.Trim(), AuthorityNames.KeyOf(input.AuthorityName));
        (Setting, Claim, AskedAt) = (input.Setting.Trim(), input.Claim.Trim(), now);
        Record("Ask", after: AuthorityName);
    }

    private ReferenceRequest()
    {
    }

    public Guid ApplicationId { get; private set; }

    public Guid HostAuthorityId { get; private set; }

    /// <summary>This and the names below as they were when the referee was asked, for a reader without an account.</summary>
    public string HostAuthorityName { get; private set; } = "";

    public Guid ProviderId { get; private set; }

    public string ProviderName { get; private set; } = "";

    public string SchemeName { get; private set; } = "";

    /// <summary>Of the application, for e-mails.</summary>
    public string Reference { get; private set; } = "";

    public string RefereeName { get; private set; } = "";

    public string RefereeEmail { get; private set; } = "";

    public string AuthorityName { get; private set; } = "";

    /// <summary>By which two names of one authority are told to be one.</summary>
    public string AuthorityKey { get; private set; } = "";

    public string Setting { get; private set; } = "";

    public string Claim { get; private set; } = "";

    public ReferenceState State { get; private set; } = ReferenceState.Asked;

    /// <summary>Instant, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>How often the provider had the link sent again.</summary>
    public int Resends { get; private set; }

    public int ResendsLeft => ReferenceConsts.MaxResends - Resends;

    /// <summary>Of the last link sent; null while none is. It stays after use, which the state refuses.</summary>
    public string? TokenHash { get; private set; }

    /// <summary>Instant, UTC: from then on the link is refused. Null while none is sent.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>When the referee was reminded that the link runs out.</summary>
    public DateTime? RefereeRemindedAt { get; private set; }

    public DateTime? GivenAt { get; private set; }

    /// <summary>When an officer last found that it does not count; null while that stands no longer.</summary>
    public DateTime? RefusedAt { get; private set; }

    /// <summary>When the provider was told that the reference stops counting.</summary>
    public DateTime? RenewalRemindedAt { get; private set; }

    public bool HasExpired(DateTime now) => State == ReferenceState.Asked && now >= ExpiresAt;

    /// <summary>Last day it counts, London; null until it was given, and where the host does not let it count.</summary>
    public DateOnly? CountsUntil => GivenAt is { } at && State != ReferenceState.Refused
        ? TwoReferences.LastDay(LondonTime.DateOf(at))
        : null;

    public bool Counts(DateTime now) => State == ReferenceState.Accepted && LondonTime.DateOf(now) <= CountsUntil;

    /// <summary>In the way of another request to the same authority: waiting, or in date for longer than a renewal takes.</summary>
    public bool StandsInTheWay(DateTime now) => State == ReferenceState.Asked
        || CountsUntil > LondonTime.DateOf(now).AddDays(ReferenceConsts.RenewDays);

    /// <summary>The link before opens nothing from now on; the new one follows by e-mail.</summary>
    /// <exception cref="BusinessException">It was sent as often as may be.</exception>
    public void Resend()
    {
        var to = ReferenceStates.Transitions.Fire(State, ReferenceTrigger.Resend);
        if (ResendsLeft <= 0)
        {
            throw new BusinessException(AccreditationErrorCodes.ReferenceResentTooOften)
                .WithData("times", (Resends + 1).ToString(British));
        }

        Resends++;
        (TokenHash, ExpiresAt, RefereeRemindedAt) = (null, null, null);
        Move(ReferenceTrigger.Resend, to);
    }

    /// <summary>A reminder makes a new link and leaves its end where it was.</summary>
    public void Send(string tokenHash, DateTime now) => (TokenHash, ExpiresAt) = (tokenHash, ExpiresAt ?? now + Lasts);

    public void Revoke()
    {
        Move(ReferenceTrigger.Revoke, ReferenceStates.Transitions.Fire(State, ReferenceTrigger.Revoke));
        TokenHash = null;
    }

    /// <exception cref="BusinessException">The link was used or withdrawn, or has run out.</exception>
    public GivenReference Give(GiveReferenceDto input, DateTime now)
    {
        if (!IsOpen(now))
        {
            throw new BusinessException(AccreditationErrorCodes.ReferenceLinkNotValid);
        }

        var given = new GivenReference(this, input, now);
        Move(ReferenceTrigger.Give, ReferenceStates.Transitions.Fire(State, ReferenceTrigger.Give));
        GivenAt = now;
        AddEvent(new ApplicationNewsEto(
            ApplicationId, ProviderId, Reference, $"the reference of {AuthorityName} has been received"));
        return given;
    }

    /// <summary>An officer found that it speaks for an authority, whose name may be put right: from now on it counts.</summary>
    /// <exception cref="BusinessException">The authority would not place with the provider again.</exception>
    public (ReferenceVerdict Verdict, ReferenceMark Mark) Accept(
        GivenReference given, AcceptReferenceDto input, Officer officer, DateTime now)
    {
        var to = ReferenceStates.Transitions.Fire(State, ReferenceTrigger.Accept);
        if (!given.WouldPlaceAgain)
        {
            throw new BusinessException(AccreditationErrorCodes.ReferenceAgainstProvider);
        }

        var verdict = new ReferenceVerdict(this, input.AuthorityName.Trim(), input.HowKnown.Trim(), officer, now);
        Move(ReferenceTrigger.Accept, to);
        RefusedAt = null;
        AddEvent(new ApplicationNewsEto(
            ApplicationId, ProviderId, Reference,
            $"the reference of {AuthorityName} counts until {CountsUntil!.Value.ToString("d MMMM yyyy", British)}"));
        return (verdict, new ReferenceMark(this, verdict.CountsAs!, GivenAt!.Value));
    }

    public ReferenceVerdict Refuse(RefuseReferenceDto input, Officer officer, DateTime now)
    {
        Move(ReferenceTrigger.Refuse, ReferenceStates.Transitions.Fire(State, ReferenceTrigger.Refuse));
        RefusedAt = now;
        AddEvent(new ApplicationNewsEto(
            ApplicationId, ProviderId, Reference,
            $"the reference of {AuthorityName} does not count. Name somebody else, at this authority or another"));
        return new ReferenceVerdict(this, countsAs: null, input.Reason.Trim(), officer, now);
    }

    /// <summary>Its link opens it now.</summary>
    public bool IsOpen(DateTime now) => State == ReferenceState.Asked && now < ExpiresAt;

    /// <summary>Once, in the last days before the link runs out; true if the referee is to be sent it anew.</summary>
    public bool RemindReferee(DateTime now)
    {
        if (State != ReferenceState.Asked || RefereeRemindedAt is not null || ExpiresAt is not { } end || now >= end
            || now < end.AddDays(-ReferenceConsts.RemindRefereeDays))
        {
            return false;
        }

        RefereeRemindedAt = now;
        Record("Remind", after: RefereeName);
        return true;
    }

    /// <summary>Tells the provider, once, that its reference will soon be too old to count (fact 23).</summary>
    public void RemindProvider(DateTime now)
    {
        var today = LondonTime.DateOf(now);
        if (RenewalRemindedAt is not null || State != ReferenceState.Accepted || CountsUntil is not { } last || today > last
            || today < last.AddDays(-ReferenceConsts.RenewDays))
        {
            return;
        }

        RenewalRemindedAt = now;
        Record("RemindToRenew", after: AuthorityName);
        AddEvent(new ApplicationNewsEto(
            ApplicationId, ProviderId, Reference,
            $"the reference of {AuthorityName} counts until {last.ToString("d MMMM yyyy", British)}. "
            + "Ask for a new one before that day"));
    }

    private void Move(ReferenceTrigger trigger, ReferenceState to)
    {
        Record(trigger.ToString(), State.ToString(), to.ToString());
        State = to;
    }
}
