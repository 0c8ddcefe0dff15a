using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.Schemes;

namespace DpsPortal.Accreditation.Appeals;

/// <summary>Writes the answer to an appeal from its recorded reasons, in plain English.</summary>
internal static class AppealLetters
{
    public static Letter Of(Appeal appeal, Application application, Scheme scheme) => new(
        Guid.CreateVersion7(), application.Id, application.ProviderId, application.HostAuthorityId,
        new LetterText(
            "Appeal",
            $"Answer to your appeal: {application.Reference}, {scheme.Name}",
            application.ProviderName,
            [
                appeal.State == AppealState.Overturned
                    ? $"Your appeal has succeeded. {scheme.HostAuthorityName} has overturned its decision "
                        + $"\"{appeal.LetterTitle}\"."
                    : $"Your appeal has not succeeded. {scheme.HostAuthorityName} upholds its decision "
                        + $"\"{appeal.LetterTitle}\".",
                $"Our reasons: {appeal.Reasons}",
                "Two officers who took no part in the decision read your appeal.",
                NextOf(appeal),
            ],
            []),
        appeal.ConfirmedAt!.Value);

    private static string NextOf(Appeal appeal) => (appeal.State, appeal.Subject) switch
    {
        (AppealState.Overturned, AppealSubject.Rejection) =>
            "We evaluate your application again and tell you the new decision within ten working days.",
        (AppealState.Overturned, AppealSubject.Refusal) => "We decide on your accreditation again.",
        (AppealState.Overturned, AppealSubject.Suspension) =>
            "The suspension has ended. You are invited again from today.",
        (AppealState.Overturned, AppealSubject.AccreditationSuspension) =>
            "The suspension of your accreditation has ended. Placements can be awarded to you again from today.",
        (AppealState.Overturned, AppealSubject.Revocation) =>
            "You are accredited again, until the day your accreditation had. Placements can be awarded to you again.",
        (AppealState.Overturned, _) => "You are a member again and invited from today.",
        _ => "The decision stays as it is. You may apply again at any time where you are not a member.",
    };
}
