using System.Globalization;
using DpsPortal.Accreditation.Appeals;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Letters;

/// <summary>Writes the letter of a confirmed decision from its recorded reasons, in plain English.</summary>
internal static class DecisionLetters
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static Letter OfMembership(Application application, Scheme scheme)
    {
        var decision = application.MembershipDecision!;
        var admitted = application.Membership == MembershipState.Admitted;
        var letter = Issue(application, decision, new LetterText(
            admitted ? "Admission" : "Rejection",
            $"Your application {application.Reference} to join {scheme.Name}",
            application.ProviderName,
            admitted
                ?
                [
                    $"{scheme.HostAuthorityName} has admitted {application.ProviderName} to the lots "
                        + (decision.Refused is null ? "below" : "marked as admitted below")
                        + $", from {InWords(decision.ConfirmedAt!.Value)}.",
                    $"Our reasons: {decision.Reasons}",
                    .. RefusedLots(decision, scheme),
                    "From now on you are invited to every call-off in the lots you are admitted to. Accreditation "
                        + "follows in four more stages. You may bid before it is complete; it decides only whether you can be awarded.",
                ]
                :
                [
                    $"{scheme.HostAuthorityName} has decided not to admit {application.ProviderName}.",
                    $"Our reasons: {decision.Reasons}",
                    "You may apply again at any time. Start a new application once the reasons above are dealt with.",
                    AppealSentence,
                ],
            admitted ? LotRows(application, scheme) : []));
        return admitted ? letter : letter.AppealableAs(AppealSubject.Rejection, DecidersOf(decision));
    }

    public static Letter OfAccreditation(Application application, Scheme scheme)
    {
        var decision = application.AccreditationDecision!;
        var paragraphs = new List<string>
        {
            application.AccreditedUntil is { } until
                ? $"{scheme.HostAuthorityName} has accredited {application.ProviderName} in the lots below until "
                    + $"{until.ToString("d MMMM yyyy", British)}."
                : $"{scheme.HostAuthorityName} has decided not to accredit {application.ProviderName}.",
            $"Our reasons: {decision.Reasons}",
        };
        if (decision.Conditions.Count > 0)
        {
            paragraphs.Add("Conditions you must meet, each by its day. Once every one is met, the accreditation lasts "
                + "longer; if one is not met by its day, no placement can be awarded to you:");
            paragraphs.AddRange(decision.Conditions.OrderBy(c => c.DueOn).Select(
                c => $"By {c.DueOn.ToString("d MMMM yyyy", British)}: {c.Text}"));
        }

        paragraphs.Add(application.AccreditedUntil is null
            ? "You stay a member and are still invited to call-offs, but cannot be awarded a placement where "
                + "accreditation is needed. Contact the accreditation team to learn what has to change."
            : "The homes named in your application are covered. Tell us within five working days when a director, "
                + "the nominated individual or the registered service manager changes.");
        if (application.AccreditedUntil is null)
        {
            paragraphs.Add(AppealSentence);
        }

        var letter = Issue(application, decision, new LetterText(
            application.AccreditedUntil is null ? "Refusal" : "Accreditation",
            $"Accreditation: {application.Reference}, {scheme.Name}",
            application.ProviderName,
            paragraphs,
            LotRows(application, scheme)));
        return application.AccreditedUntil is null
            ? letter.AppealableAs(AppealSubject.Refusal, DecidersOf(decision))
            : letter;
    }

    public const string AppealSentence = "You may appeal in the portal within ten working days of this letter. Two "
        + "officers who took no part in this decision answer within twenty.";

    private static Guid[] DecidersOf(Decision decision) =>
        [decision.ProposedBy.Id, decision.ConfirmedBy!.Id];

    private static Letter Issue(Application application, Decision decision, LetterText text) => new(
        Guid.CreateVersion7(), application.Id, application.ProviderId, application.HostAuthorityId, text,
        decision.ConfirmedAt!.Value);

    /// <summary>One sentence for each lot applied for in vain, with its own reason.</summary>
    private static IEnumerable<string> RefusedLots(Decision decision, Scheme scheme) =>
        (decision.Refused ?? []).Select(r => (Lot: scheme.Lots.First(l => l.Id == r.LotId), r.Reason))
            .OrderBy(r => r.Lot.Number)
            .Select(r => $"We have not admitted you to lot {r.Lot.Number.ToString(British)}, {r.Lot.Name}: {r.Reason}");

    private static IReadOnlyList<IReadOnlyList<string>> LotRows(Application application, Scheme scheme)
    {
        var admitted = application.MembershipDecision!.LotIds;
        var refused = (application.MembershipDecision.Refused ?? []).Select(r => r.LotId).ToHashSet();
        var lots = scheme.Lots.Where(l => admitted.Contains(l.Id) || refused.Contains(l.Id)).OrderBy(l => l.Number);
        return refused.Count == 0 || application.AccreditationDecision is not null
            ?
            [
                ["Lot", "Name"],
                .. lots.Where(l => admitted.Contains(l.Id))
                    .Select(l => (IReadOnlyList<string>)[l.Number.ToString(British), l.Name]),
            ]
            :
            [
                ["Lot", "Name", "Decision"],
                .. lots.Select(l => (IReadOnlyList<string>)
                    [l.Number.ToString(British), l.Name, refused.Contains(l.Id) ? "Not admitted" : "Admitted"]),
            ];
    }

    private static string InWords(DateTime utc) => LondonTime.DateOf(utc).ToString("d MMMM yyyy", British);
}
