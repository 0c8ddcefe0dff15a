using DpsPortal.Framework.Auditing;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Which lines of an application's history its provider reads: its own, and what was decided.</summary>
internal static class ApplicationHistory
{
    private static readonly HashSet<string> Decided =
    [
        "Suspend", "Reinstate", "GiveNotice", "Remove",
        "SuspendAccreditation", "ReinstateAccreditation", "NoticeOfRevocation", "RevokeAccreditation",
        "MeetConditions", "CoverHomes", "AccreditationExpired", "AccreditationLapsed",
        "UpholdDecision", "OverturnDecision",
        "AcceptRecruitmentAction", "SendBackRecruitmentAction",
        "AskClarification", "CloseClarification", "WithdrawClarification",
        nameof(MembershipTrigger.StartEvaluation), "Extend",
        nameof(MembershipTrigger.ConfirmAdmission), nameof(MembershipTrigger.ConfirmRejection),
        nameof(AccreditationTrigger.OpenFitAndProperTest),
        nameof(AccreditationTrigger.PassFitAndProperTest), nameof(AccreditationTrigger.FailFitAndProperTest),
        nameof(AccreditationTrigger.PassSaferRecruitment), nameof(AccreditationTrigger.FailSaferRecruitment),
        nameof(AccreditationTrigger.PassPropertyVisit), nameof(AccreditationTrigger.FailPropertyVisit),
        nameof(AccreditationTrigger.Accredit), nameof(AccreditationTrigger.AccreditWithConditions),
        nameof(AccreditationTrigger.Refuse),
    ];

    public static bool IsForProvider(AuditEventDto line, string providerName) =>
        line.OrganisationName == providerName || (!line.Refused && Decided.Contains(line.Action));
}
