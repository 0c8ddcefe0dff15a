namespace DpsPortal.Organisations;

public static class OrganisationsErrorCodes
{
    public const string SignInFailed = "Organisations:SignInFailed";
    public const string TooManyAttempts = "Organisations:TooManyAttempts";
    public const string LinkNotValid = "Organisations:LinkNotValid";
    public const string StepUpRequired = "Organisations:StepUpRequired";
    public const string SecondStepFailed = "Organisations:SecondStepFailed";
    public const string SecondFactorRequired = "Organisations:SecondFactorRequired";
    public const string LastSecondFactor = "Organisations:LastSecondFactor";
    public const string NoSecondFactor = "Organisations:NoSecondFactor";
    public const string AuthenticatorNotStarted = "Organisations:AuthenticatorNotStarted";
    public const string PasskeyRefused = "Organisations:PasskeyRefused";
    public const string ActsElsewhere = "Organisations:ActsElsewhere";
    public const string NotOneself = "Organisations:NotOneself";
    public const string OwnRoleProposal = "Organisations:OwnRoleProposal";
    public const string NobodyToConfirm = "Organisations:NobodyToConfirm";
    public const string OnlyAdministratorLeft = "Organisations:OnlyAdministratorLeft";
    public const string AdministratorInvited = "Organisations:AdministratorInvited";
    public const string LastAdministrator = "Organisations:LastAdministrator";
    public const string OrganisationRegistered = "Organisations:OrganisationRegistered";
    public const string AlreadySetUp = "Organisations:AlreadySetUp";
    public const string AuthorityHasJoined = "Organisations:AuthorityHasJoined";
    public const string DocumentMissing = "Organisations:DocumentMissing";
    public const string DocumentEmpty = "Organisations:DocumentEmpty";
    public const string DocumentTooLarge = "Organisations:DocumentTooLarge";
    public const string DocumentKindNotAllowed = "Organisations:DocumentKindNotAllowed";
    public const string DocumentContentMismatch = "Organisations:DocumentContentMismatch";
    public const string DocumentHasMacros = "Organisations:DocumentHasMacros";
    public const string DocumentUnsafe = "Organisations:DocumentUnsafe";
    public const string DocumentLocked = "Organisations:DocumentLocked";
    public const string DocumentHasActions = "Organisations:DocumentHasActions";
    public const string DocumentHasFiles = "Organisations:DocumentHasFiles";
    public const string DocumentHasRemoteParts = "Organisations:DocumentHasRemoteParts";
    public const string DocumentHasFormulas = "Organisations:DocumentHasFormulas";
    public const string DocumentHasHiddenSheets = "Organisations:DocumentHasHiddenSheets";
    public const string DocumentHasHiddenText = "Organisations:DocumentHasHiddenText";
    public const string DocumentHasRevisions = "Organisations:DocumentHasRevisions";
    public const string DocumentKeepsDetails = "Organisations:DocumentKeepsDetails";
    public const string DocumentInfected = "Organisations:DocumentInfected";
    public const string DocumentNameNotValid = "Organisations:DocumentNameNotValid";
    public const string DocumentChecking = "Organisations:DocumentChecking";
    public const string DocumentRefused = "Organisations:DocumentRefused";
    public const string EvidenceAlreadyThere = "Organisations:EvidenceAlreadyThere";
    public const string EvidenceHeld = "Organisations:EvidenceHeld";
    public const string EvidenceNotInDate = "Organisations:EvidenceNotInDate";
    public const string DocumentNotOwn = "Organisations:DocumentNotOwn";
}
