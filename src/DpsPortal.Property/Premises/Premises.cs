using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Property.Premises;

/// <summary>
/// A home of a provider with its places and certificates. Whether new people may move in follows from the certificates,
/// the London date and the last visit, never from what somebody ticks; <see cref="Standing"/> is only what was last
/// recorded of it, so that a change is audited and told once.
/// </summary>
internal sealed class Premises : AggregateRoot
{
    /// <summary>Of what <see cref="Changes"/> names, what whoever has placed somebody here is told of.</summary>
    private static readonly string[] MattersToCouncils = ["address", "area", "category", "Ofsted list", "places"];

    private readonly List<Place> _places = [];
    private readonly List<Certificate> _certificates = [];
    private readonly List<CertificateReminder> _reminders = [];
    private readonly List<string> _criticalFaults = [];
    private readonly List<PremisesVersion> _versions = [];

    /// <param name="takenOver">Brought by an import of the host authority, which answers for it as it is.</param>
    public Premises(Guid id, Guid providerId, PremisesDetails details, DateTime now, bool takenOver = false) : base(id)
    {
        ProviderId = providerId;
        TakenOverAt = takenOver ? now : null;
        Apply(details, now);
        _versions.Add(new PremisesVersion(this));
        Standing = ReasonsToSuspend(LondonTime.DateOf(now)).Count == 0
            ? PremisesStanding.Usable
            : PremisesStanding.Suspended;
        Record("Create", after: Standing.ToString());
    }

    private Premises()
    {
    }

    public Guid ProviderId { get; private set; }

    public string Name { get; private set; } = "";

    public string AddressLine { get; private set; } = "";

    public string Town { get; private set; } = "";

    public string Postcode { get; private set; } = "";

    public string OutwardCode { get; private set; } = "";

    public string AreaAuthority { get; private set; } = "";

    public OfstedCategory Category { get; private set; }

    public bool OnOfstedList { get; private set; }

    public bool HasGas { get; private set; }

    /// <summary>As last recorded; what holds now is <see cref="ReasonsToSuspend"/>.</summary>
    public PremisesStanding Standing { get; private set; }

    /// <summary>Instant, UTC, of the provider's last save.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>London date of the visit that found <see cref="CriticalFaults"/>.</summary>
    public DateOnly? FaultsFoundOn { get; private set; }

    /// <summary>
    /// Instant, UTC, at which the last visit that was not passed, in person or by video, began; null once one in person
    /// is passed.
    /// </summary>
    public DateTime? NotPassedAt { get; private set; }

    /// <summary>In per cent; what that visit scored.</summary>
    public int? NotPassedPercent { get; private set; }

    /// <summary>
    /// Instant, UTC, at which the last visit in person that was passed began; null before the first. What was changed
    /// later, be it while the visit went on, nobody has seen and found good.
    /// </summary>
    public DateTime? VisitedAt { get; private set; }

    /// <summary>
    /// Instant, UTC, at which the host authority brought it from its records, where others had seen it; null for a home
    /// that its provider recorded.
    /// </summary>
    public DateTime? TakenOverAt { get; private set; }

    /// <summary>Since when its provider's word alone stands for what has changed; null when it always has.</summary>
    private DateTime? SeenAt => VisitedAt ?? TakenOverAt;

    /// <summary>Instant, UTC, at which its address was last changed.</summary>
    public DateTime? MovedAt { get; private set; }

    public string FullAddress => $"{AddressLine}, {Town}, {Postcode}";

    public IReadOnlyList<string> CriticalFaults => _criticalFaults;

    public IReadOnlyList<Place> Places => _places;

    public IReadOnlyList<Certificate> Certificates => _certificates;

    public IReadOnlyList<CertificateReminder> Reminders => _reminders;

    /// <summary>Those that this instance has added: the earlier ones are not read with the home.</summary>
    public IReadOnlyList<PremisesVersion> Versions => _versions;

    /// <summary>Whether it is a house in multiple occupation that needs a licence.</summary>
    public bool IsLicensable => Papers.AreLicensable(Category, _places.Sum(p => p.MaxOccupants));

    /// <summary>Kinds that it cannot do without (domain fact 24).</summary>
    public IReadOnlyList<CertificateKind> CriticalPapers => OwnPapers.Critical();

    private Papers OwnPapers => new(HasGas, IsLicensable, _certificates);

    /// <summary>Nobody has found it good as it is: it was added or changed after the last visit passed, or the import.</summary>
    public bool IsUnseen(Place place) => place.ChangedAt > SeenAt;

    public void Update(PremisesDetails details, DateTime now)
    {
        var changed = Changes(details);
        if ((AddressLine, Postcode) != (details.AddressLine, details.Postcode.ToString()))
        {
            MovedAt = now;
        }

        Apply(details, now);
        _versions.Add(new PremisesVersion(this));
        Record("Update", after: changed.Count == 0 ? "nothing" : string.Join(", ", changed));
        if (changed.Where(MattersToCouncils.Contains).ToList() is { Count: > 0 } told)
        {
            AddEvent(new PremisesChangedEto(Id, ProviderId, told));
        }

        Settle(now, byProvider: true);
    }

    /// <summary>Brought by an import, beside those it has.</summary>
    public void AddCertificates(IReadOnlyList<Certificate> certificates, DateTime now)
    {
        _certificates.AddRange(certificates.Where(c => !_certificates.Exists(c.IsSame)));
        SavedAt = now;
        _versions.Add(new PremisesVersion(this));
        Record("Update", after: "certificates");
        Settle(now, byProvider: true);
    }

    /// <summary>
    /// A visit that is not passed suspends the home until one in person is passed that looked at it no earlier. That
    /// one makes good what was found before, another address and the rooms that nobody had looked at; a visit by video
    /// finds faults and makes nothing good (domain §2.5).
    /// </summary>
    public void RecordVisit(VisitFindings visit, DateTime now)
    {
        Measure(visit);
        if (!visit.Passed && !(NotPassedAt > visit.SeenAt))
        {
            (NotPassedAt, NotPassedPercent) = (visit.SeenAt, visit.Percent);
        }

        if (visit.CriticalFailures.Count > 0)
        {
            _criticalFaults.AddRange(visit.CriticalFailures.Except(_criticalFaults));
            FaultsFoundOn = LondonTime.DateOf(now);
        }

        if (visit is { Passed: true, Mode: VisitMode.InPerson })
        {
            VisitedAt = VisitedAt > visit.SeenAt ? VisitedAt : visit.SeenAt;
            if (NotPassedAt is null || NotPassedAt <= visit.SeenAt)
            {
                _criticalFaults.Clear();
                (FaultsFoundOn, NotPassedAt, NotPassedPercent) = (null, null, null);
            }
        }

        Settle(now, byProvider: false);
    }

    /// <summary>
    /// Records a standing that dates, visits or the provider have changed. Any number of calls has the effect of one.
    /// </summary>
    /// <param name="byProvider">It sees that for itself; the councils that use the home do not.</param>
    public void Settle(DateTime now, bool byProvider)
    {
        var reasons = ReasonsToSuspend(LondonTime.DateOf(now));
        var standing = reasons.Count == 0 ? PremisesStanding.Usable : PremisesStanding.Suspended;
        if (standing == Standing)
        {
            return;
        }

        var trigger = standing == PremisesStanding.Suspended ? StandingTrigger.Suspend : StandingTrigger.Restore;
        var to = PremisesStates.Transitions.Fire(Standing, trigger);
        Record(trigger.ToString(), Standing.ToString(), to.ToString(), string.Join(" ", reasons));
        Standing = to;
        AddEvent(new PremisesStandingChangedEto(Id, ProviderId, OutwardCode, to, reasons, byProvider));
    }

    /// <summary>Reminds of certificates that run out soon, each threshold once; a missed day is made up for.</summary>
    public void Remind(DateTime now)
    {
        var today = LondonTime.DateOf(now);
        foreach (var certificate in OwnPapers.Lasting().Where(c => c.CountsOn(today)))
        {
            var days = certificate.ExpiresOn.DayNumber - today.DayNumber;
            var reached = CertificateExpiry.ReminderDays.Where(d => days <= d).ToList();
            if (reached.Count == 0 || _reminders.Any(r => IsOf(r, certificate) && r.DaysBefore <= reached.Min()))
            {
                continue;
            }

            _reminders.Add(new CertificateReminder
            {
                Kind = certificate.Kind,
                ExpiresOn = certificate.ExpiresOn,
                DaysBefore = reached.Min(),
            });
            AddEvent(new CertificateReminderEto(Id, ProviderId, OutwardCode, certificate.Kind, certificate.ExpiresOn));
        }
    }

    /// <summary>Papers that this home cannot do without and that no longer count after this London date.</summary>
    public IEnumerable<Certificate> RunningOut(DateOnly londonDate)
    {
        var critical = OwnPapers.Critical();
        return OwnPapers.Lasting().Where(c => critical.Contains(c.Kind) && c.ExpiresOn <= londonDate);
    }

    /// <summary>Kinds that this home cannot do without and of which it has none, in date or not.</summary>
    public IReadOnlyList<CertificateKind> MissingCertificates() => OwnPapers.Missing();

    /// <summary>Of its papers, what its provider's word alone can make go away.</summary>
    public IReadOnlyList<PaperFailure> PaperFailures(DateOnly londonDate) => OwnPapers.Failures(londonDate);

    /// <summary>Why nobody new may move in on this London date, without an address; empty when they may.</summary>
    public IReadOnlyList<string> ReasonsToSuspend(DateOnly londonDate)
    {
        var reasons = OwnPapers.Reasons(londonDate).ToList();
        if (MovedAt > SeenAt)
        {
            reasons.Add(
                $"Its address was changed on {InWords(LondonTime.DateOf(MovedAt.Value))}. It has to be visited there.");
        }

        if (FaultsFoundOn is { } on)
        {
            reasons.Add($"The visit on {InWords(on)} found: {string.Join("; ", _criticalFaults)}.");
        }

        // What a visit found already says that it was not passed.
        if (NotPassedAt is { } at && LondonTime.DateOf(at) is var notPassedOn && notPassedOn != FaultsFoundOn)
        {
            reasons.Add($"The visit on {InWords(notPassedOn)} was not passed: {NotPassedPercent}%.");
        }

        return reasons;
    }

    private static bool IsOf(CertificateReminder reminder, Certificate certificate) =>
        reminder.Kind == certificate.Kind && reminder.ExpiresOn == certificate.ExpiresOn;

    private static string InWords(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>The latest visit in person measures anew; any other is believed where it finds less.</summary>
    private void Measure(VisitFindings visit)
    {
        var anew = visit.Mode == VisitMode.InPerson && !(VisitedAt > visit.SeenAt) && !(NotPassedAt > visit.SeenAt);
        foreach (var place in _places)
        {
            if (visit.MeasuredAreas.TryGetValue(place.Id, out var area)
                && (anew || !(place.MeasuredArea <= area)))
            {
                place.MeasuredArea = area;
            }
        }
    }

    /// <summary>What a save changes, without the values: the address stays out of the audit trail.</summary>
    private List<string> Changes(PremisesDetails to)
    {
        var changes = new (string What, bool Changed)[]
        {
            ("name", Name != to.Name),
            ("address", (AddressLine, Town, Postcode) != (to.AddressLine, to.Town, to.Postcode.ToString())),
            ("area", AreaAuthority != to.AreaAuthority),
            ("category", Category != to.Category),
            ("Ofsted list", OnOfstedList != to.OnOfstedList),
            ("gas", HasGas != to.HasGas),
            ("places", _places.Count != to.Places.Count || to.Places.Any(p => !_places.Exists(own =>
                (own.Id, own.Name, own.BedroomArea, own.MaxOccupants)
                == (p.Id, p.Name, p.BedroomArea, p.MaxOccupants)))),
            ("certificates", _certificates.Count != to.Certificates.Count
                || to.Certificates.Any(c => !_certificates.Exists(c.IsSame))),
        };
        return [.. changes.Where(c => c.Changed).Select(c => c.What)];
    }

    private void Apply(PremisesDetails details, DateTime now)
    {
        (Name, AddressLine, Town) = (details.Name, details.AddressLine, details.Town);
        (Postcode, OutwardCode) = (details.Postcode.ToString(), details.Postcode.OutwardCode);
        (AreaAuthority, Category) = (details.AreaAuthority, details.Category);
        (OnOfstedList, HasGas, SavedAt) = (details.OnOfstedList, details.HasGas, now);
        _places.RemoveAll(own => details.Places.All(p => p.Id != own.Id));
        foreach (var place in details.Places)
        {
            if (_places.Find(own => own.Id == place.Id) is not { } own)
            {
                place.ChangedAt = now;
                _places.Add(place);
                continue;
            }

            if ((own.BedroomArea, own.MaxOccupants) != (place.BedroomArea, place.MaxOccupants))
            {
                own.ChangedAt = now;
            }

            (own.Name, own.BedroomArea, own.MaxOccupants) = (place.Name, place.BedroomArea, place.MaxOccupants);
        }

        _certificates.RemoveAll(own => !details.Certificates.Any(own.IsSame));
        _certificates.AddRange(details.Certificates.Where(c => !_certificates.Exists(c.IsSame)));
    }
}
