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
                    $"{scheme.HostAuthorityName} has admitted {application.ProviderName} to the lots below, from "
                        + $"{InWords(decision.ConfirmedAt!.Value)}.",
                    $"Our reasons: {decision.Reasons}",
                    "From now on you are invited to every call-off in these lots. Accreditation follows in four more "
                        + "stages. You may bid before it is complete; it decides only whether you can be awarded.",
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

    private static IReadOnlyList<IReadOnlyList<string>> LotRows(Application application, Scheme scheme) =>
    [
        ["Lot", "Name"],
        .. scheme.Lots.Where(l => application.MembershipDecision!.LotIds.Contains(l.Id)).OrderBy(l => l.Number)
            .Select(l => (IReadOnlyList<string>)[l.Number.ToString(British), l.Name]),
    ];

    private static string InWords(DateTime utc) => LondonTime.DateOf(utc).ToString("d MMMM yyyy", British);
}
