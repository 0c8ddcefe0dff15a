namespace DpsPortal.Accreditation.References;

public enum ReferenceState
{
    Asked,
    Given,
    Revoked,
}

public enum ReferenceTrigger
{
    Resend,
    Give,
    Revoke,
}
