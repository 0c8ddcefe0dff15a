using System.Globalization;
using DpsPortal.Accreditation.Appeals;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;

namespace DpsPortal.Accreditation.Letters;

/// <summary>Writes the letter of an action on a member from its recorded reasons, in plain English.</summary>
internal static class MemberLetters
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static Letter Of(MemberAction action, Application application, Scheme scheme, Officer officer, DateTime now)
    {
        var (kind, opening, closing) = WordsOf(action, application.ProviderName, scheme.HostAuthorityName);
        var subject = SubjectOf(action);
        var letter = new Letter(
            Guid.CreateVersion7(), application.Id, application.ProviderId, application.HostAuthorityId,
            new LetterText(
                kind,
                $"{kind}: {application.Reference}, {scheme.Name}",
                application.ProviderName,
                subject is null
                    ? [opening, $"Our reasons: {action.Reasons}", closing]
                    : [opening, $"Our reasons: {action.Reasons}", closing, DecisionLetters.AppealSentence],
                [
                    ["Lot", "Name"],
                    .. scheme.Lots.Where(l => action.LotIds.Contains(l.Id)).OrderBy(l => l.Number)
                        .Select(l => (IReadOnlyList<string>)[l.Number.ToString(British), l.Name]),
                ]),
            now);
        return subject is { } appealable
            ? letter.AppealableAs(
                appealable, [action.ProposedBy.Id, action.ConfirmedBy?.Id ?? officer.Id, officer.Id], action.Id)
            : letter;
    }

    private static AppealSubject? SubjectOf(MemberAction action) => (action.Kind, action.State) switch
    {
        (MemberActionKind.Suspend, MemberActionState.Done) => AppealSubject.Suspension,
        (MemberActionKind.Remove, MemberActionState.Done) => AppealSubject.Removal,
        _ => null,
    };

    private static (string Kind, string Opening, string Closing) WordsOf(
        MemberAction action, string provider, string authority) => (action.Kind, action.State) switch
        {
            (MemberActionKind.Suspend, _) => (
                "Suspension",
                $"{authority} has suspended {provider} from the lots below, from today.",
                "While it lasts you are not invited to call-offs in these lots and cannot be awarded a placement. "
                    + "Young people who live with you stay unless their own authority decides otherwise."),
            (MemberActionKind.Reinstate, _) => (
                "Reinstatement",
                $"{authority} has ended the suspension of {provider} in the lots below, from today.",
                "You are invited again to every call-off in these lots."),
            (_, MemberActionState.NoticeGiven) => (
                "Notice of removal",
                $"{authority} means to remove {provider} from the lots below.",
                "Nothing has changed yet. Tell us in the portal by "
                    + $"{action.RepresentationsUntil!.Value.ToString("d MMMM yyyy", British)} why you should stay. "
                    + "We decide after that day, and read what you say first."),
            _ => (
                "Removal",
                $"{authority} has removed {provider} from the lots below, from today.",
                (action.ImmediateRisk
                    ? "We gave no notice, because we saw an immediate risk. "
                    : "We have considered what you told us after our notice. ")
                    + "You may apply again at any time, once the reasons above are dealt with."),
        };
}
