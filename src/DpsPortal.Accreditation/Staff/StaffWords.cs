using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Staff;

/// <summary>Critical findings as the record shows them, for sentences of a refusal.</summary>
internal static class StaffWords
{
    public static string Of(SaferRecruitmentFinding finding) => finding switch
    {
        SaferRecruitmentFinding.IdentityNotSeen => "no identity document seen",
        SaferRecruitmentFinding.RightToWorkNotChecked => "right to work not checked",
        SaferRecruitmentFinding.RightToWorkEnded => "right to work has ended",
        SaferRecruitmentFinding.DbsMissing => "no enhanced DBS with barred lists",
        SaferRecruitmentFinding.StartedBeforeDbs => "started before the DBS, without a risk assessment",
        SaferRecruitmentFinding.ReferencesMissing => "fewer than 2 references",
        SaferRecruitmentFinding.LatestEmployerMissing => "no reference from the latest employer",
        SaferRecruitmentFinding.SafeguardingTrainingMissing => "no safeguarding training",
        SaferRecruitmentFinding.SafeguardingTrainingOld => "safeguarding training is out of date",
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, "Not a critical finding."),
    };
}
