namespace DpsPortal.Accreditation;

public static class AccreditationErrorCodes
{
    public const string NoticeAfterRepeal = "Accreditation:NoticeAfterRepeal";
    public const string NoticeBeforeAct = "Accreditation:NoticeBeforeAct";
    public const string NewSchemeForbidden = "Accreditation:NewSchemeForbidden";
    public const string MembersUnlimited = "Accreditation:MembersUnlimited";
    public const string WindowClosed = "Accreditation:WindowClosed";
    public const string OwnDraft = "Accreditation:OwnDraft";
    public const string SchemeFull = "Accreditation:SchemeFull";
    public const string ClockNeverPauses = "Accreditation:ClockNeverPauses";
    public const string NeverExtended = "Accreditation:NeverExtended";
    public const string ValidityFrozen = "Accreditation:ValidityFrozen";
    public const string EndsTooLate = "Accreditation:EndsTooLate";
    public const string SchemeClosed = "Accreditation:SchemeClosed";
    public const string FeeForbidden = "Accreditation:FeeForbidden";
    public const string AlreadyApplied = "Accreditation:AlreadyApplied";
    public const string AlreadyExtended = "Accreditation:AlreadyExtended";
    public const string OwnProposal = "Accreditation:OwnProposal";
    public const string PersonNotSettled = "Accreditation:PersonNotSettled";
    public const string ReviewIncomplete = "Accreditation:ReviewIncomplete";
    public const string NothingApplies = "Accreditation:NothingApplies";
    public const string CheckOutstanding = "Accreditation:CheckOutstanding";
    public const string VisitNotPassed = "Accreditation:VisitNotPassed";
    public const string VisitMustBeInPerson = "Accreditation:VisitMustBeInPerson";
    public const string ConditionsNeeded = "Accreditation:ConditionsNeeded";
    public const string NotAdmitted = "Accreditation:NotAdmitted";
    public const string ComplianceTooLow = "Accreditation:ComplianceTooLow";
    public const string CriticalFinding = "Accreditation:CriticalFinding";
    public const string InterestNotDeclared = "Accreditation:InterestNotDeclared";
    public const string ConflictDeclared = "Accreditation:ConflictDeclared";
    public const string ProposerConflicted = "Accreditation:ProposerConflicted";
    public const string ChangeAlreadyAsked = "Accreditation:ChangeAlreadyAsked";
    public const string NoticeRuns = "Accreditation:NoticeRuns";
    public const string RepresentationsClosed = "Accreditation:RepresentationsClosed";
    public const string NoAppeal = "Accreditation:NoAppeal";
    public const string AppealTooLate = "Accreditation:AppealTooLate";
    public const string PanelMustDiffer = "Accreditation:PanelMustDiffer";
    public const string AppliedAgain = "Accreditation:AppliedAgain";
    public const string StageFailed = "Accreditation:StageFailed";
    public const string AuthorityAlreadyAsked = "Accreditation:AuthorityAlreadyAsked";
    public const string TooManyReferences = "Accreditation:TooManyReferences";
    public const string ReferenceResentTooOften = "Accreditation:ReferenceResentTooOften";
    public const string ReferenceLinkNotValid = "Accreditation:ReferenceLinkNotValid";
    public const string ApplicationEnded = "Accreditation:ApplicationEnded";
    public const string NoStaff = "Accreditation:NoStaff";
}
