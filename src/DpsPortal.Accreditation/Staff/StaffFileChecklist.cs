using DpsPortal.Accreditation.Applications;

namespace DpsPortal.Accreditation.Staff;

/// <summary>
/// The six matters of SI 2023/416, Sch 1 in twelve ticks, the critical ones marked. Source: domain §2.4.
/// </summary>
internal static class StaffFileChecklist
{
    public static readonly IReadOnlyList<ComplianceLine> Lines =
    [
        new("identity", "Proof of identity with a recent photograph", true),
        new("right-to-work", "Right to work checked before the start, and not run out", true),
        new("dbs", "Enhanced DBS with barred lists: number and date noted, no copy kept", true),
        new("dbs-before-start", "DBS before the start, or a signed risk assessment", true),
        new("overseas", "Overseas check, where the person lived abroad", false),
        new("two-references", "Two written references", true),
        new("latest-employer", "One of them from the latest employer", true),
        new("references-verified", "References verified with whoever wrote them", false),
        new("reasons-for-leaving", "Why each post with children or vulnerable adults ended, verified", false),
        new("qualifications", "Evidence of qualifications", false),
        new("employment-history", "Full employment history", false),
        new("gaps", "Every gap explained in writing", false),
    ];
}
