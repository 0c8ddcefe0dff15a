namespace DpsPortal.Accreditation;

public static class AccreditationErrorCodes
{
    public const string NoticeAfterRepeal = "Accreditation:NoticeAfterRepeal";
    public const string ValidityFrozen = "Accreditation:ValidityFrozen";
    public const string EndsTooLate = "Accreditation:EndsTooLate";
    public const string SchemeClosed = "Accreditation:SchemeClosed";
    public const string FeeForbidden = "Accreditation:FeeForbidden";
    public const string AlreadyApplied = "Accreditation:AlreadyApplied";
    public const string AlreadyExtended = "Accreditation:AlreadyExtended";
    public const string OwnProposal = "Accreditation:OwnProposal";
    public const string PersonNotSettled = "Accreditation:PersonNotSettled";
    public const string CheckOutstanding = "Accreditation:CheckOutstanding";
    public const string VisitNotPassed = "Accreditation:VisitNotPassed";
    public const string VisitMustBeInPerson = "Accreditation:VisitMustBeInPerson";
    public const string ConditionsNeeded = "Accreditation:ConditionsNeeded";
    public const string NotAdmitted = "Accreditation:NotAdmitted";
    public const string ComplianceTooLow = "Accreditation:ComplianceTooLow";
    public const string CriticalFinding = "Accreditation:CriticalFinding";
    public const string StageFailed = "Accreditation:StageFailed";
    public const string NoStaff = "Accreditation:NoStaff";
}
