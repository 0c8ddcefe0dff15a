using System.Globalization;
using DpsPortal.Accreditation.Appeals;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;

namespace DpsPortal.Accreditation.Standings;

/// <summary>Writes the letter of a change of accreditation from its recorded reasons, in plain English.</summary>
internal static class StandingLetters
{
    private const string Meanwhile = "You stay a member, are still invited to every call-off in these lots and may "
        + "bid, but cannot be awarded a placement where accreditation is needed. Young people who live with you stay "
        + "unless their own authority decides otherwise.";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="subjects">Conditions or homes that the action is about, in words.</param>
    public static Letter Of(
        StandingAction action, Application application, Scheme scheme, IReadOnlyList<string> subjects, Officer officer,
        DateTime now)
    {
        var (kind, opening, closing) = WordsOf(action, application.ProviderName, scheme.HostAuthorityName);
        AppealSubject? subject = (action.Kind, action.State) switch
        {
            (StandingActionKind.Suspend, MemberActionState.Done) => AppealSubject.AccreditationSuspension,
            (StandingActionKind.Revoke, MemberActionState.Done) => AppealSubject.Revocation,
            _ => null,
        };
        var letter = Issue(
            application, scheme, kind,
            [
                opening, .. subjects, $"Our reasons: {action.Reasons}", closing,
                .. subject is null ? Array.Empty<string>() : [DecisionLetters.AppealSentence],
            ],
            action.LotIds, now);
        return subject is { } appealable
            ? letter.AppealableAs(
                appealable, [action.ProposedBy.Id, action.ConfirmedBy?.Id ?? officer.Id, officer.Id], action.Id)
            : letter;
    }

    /// <summary>Nobody decided it: the decision itself said so, and its day has passed.</summary>
    /// <param name="overdue">Conditions in words.</param>
    public static Letter OfLapse(
        Application application, Scheme scheme, IReadOnlyList<string> overdue, IReadOnlyList<Guid> lotIds,
        DateTime now) =>
        Issue(
            application, scheme, "Suspension of accreditation",
            [
                $"The accreditation of {application.ProviderName} in the lots below is suspended from today, because a "
                    + "condition was not met by its day.",
                .. overdue,
                Meanwhile,
                "Show us that the condition is met. Two officers then record it and end the suspension.",
            ],
            lotIds, now);

    private static Letter Issue(
        Application application, Scheme scheme, string kind, IReadOnlyList<string> paragraphs,
        IReadOnlyList<Guid> lotIds, DateTime now) => new(
        Guid.CreateVersion7(), application.Id, application.ProviderId, application.HostAuthorityId,
        new LetterText(
            kind, $"{kind}: {application.Reference}, {scheme.Name}", application.ProviderName, paragraphs,
            lotIds.Count == 0
                ? []
                :
                [
                    ["Lot", "Name"],
                    .. scheme.Lots.Where(l => lotIds.Contains(l.Id)).OrderBy(l => l.Number)
                        .Select(l => (IReadOnlyList<string>)[l.Number.ToString(British), l.Name]),
                ]),
        now);

    private static (string Kind, string Opening, string Closing) WordsOf(
        StandingAction action, string provider, string authority) => (action.Kind, action.State) switch
        {
            (StandingActionKind.Suspend, _) => (
                "Suspension of accreditation",
                $"{authority} has suspended the accreditation of {provider} in the lots below, from today.",
                Meanwhile),
            (StandingActionKind.Reinstate, _) => (
                "Reinstatement of accreditation",
                $"{authority} has ended the suspension of the accreditation of {provider} in the lots below, from "
                    + "today.",
                "Placements can be awarded to you again."),
            (StandingActionKind.MeetConditions, _) => (
                "Conditions met",
                $"{authority} has recorded that {provider} meets these conditions of its accreditation:",
                "What of your accreditation is still conditional is shown in the portal."),
            (StandingActionKind.CoverHomes, _) => (
                "Homes covered",
                $"The accreditation of {provider} in the lots below covers these homes for twelve months from today:",
                "Each was visited in person and passed. It is visited again before the twelve months end."),
            (_, MemberActionState.NoticeGiven) => (
                "Notice of revocation",
                $"{authority} means to revoke the accreditation of {provider} in the lots below.",
                "Nothing has changed yet. Tell us in the portal by "
                    + $"{action.RepresentationsUntil!.Value.ToString("d MMMM yyyy", British)} why you should stay "
                    + "accredited. We decide after that day, and read what you say first."),
            _ => (
                "Revocation",
                $"{authority} has revoked the accreditation of {provider} in the lots below, from today.",
                (action.ImmediateRisk
                    ? "We gave no notice, because we saw an immediate risk. "
                    : "We have considered what you told us after our notice. ") + Meanwhile),
        };
}
