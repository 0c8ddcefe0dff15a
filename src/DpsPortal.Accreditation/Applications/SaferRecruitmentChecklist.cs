namespace DpsPortal.Accreditation.Applications;

/// <summary>The lines of stage 2, the critical ones marked. Source: SI 2023/416, regs 17-18 and Sch 1; domain §2.4.</summary>
internal static class SaferRecruitmentChecklist
{
    /// <summary>The line whose figure the provider's own record gives.</summary>
    public const string TrainingMatrix = "training-matrix";

    public static readonly IReadOnlyList<ComplianceLine> Questions =
    [
        new("scr-complete", "The single central record lists every employee, agency worker and volunteer", false),
        new("identity", "Identity was checked against photo ID before the start date", true),
        new("right-to-work", "Right to work was checked for everybody, and none has run out", true),
        new("dbs-held", "Everybody has an enhanced DBS check with barred-list information", true),
        new("dbs-current", "No DBS check is more than 3 years old without an update-service check", false),
        new("start-before-dbs", "Nobody started before their DBS check without a written risk assessment and supervision",
            true),
        new("overseas", "Overseas checks were made of those who lived abroad for 3 months or more in the last 5 years",
            false),
        new("two-references", "Everybody has two references", true),
        new("latest-employer", "One reference is from the latest employer", true),
        new("gaps", "Every gap of more than 28 days in employment is explained in writing", false),
        new("reasons-for-leaving", "The reason for leaving each post with children or vulnerable adults is on file", false),
        new("qualifications", "Evidence of relevant qualifications is on file", false),
        new("safeguarding-training",
            "Safeguarding training is less than 2 years old; the safeguarding lead’s less than 1 year", true),
        new("supervision", "Everybody has had supervision in the last 6 weeks", false),
        new("appraisal", "Everybody in post for a year has had an appraisal in the last 12 months", false),
        new("agency", "Vetting letters are held for all agency staff", false),
        new(TrainingMatrix, "At least 90% of the training matrix is in date", false),
    ];
}
