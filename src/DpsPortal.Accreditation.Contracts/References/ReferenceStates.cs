namespace DpsPortal.Accreditation.References;

public enum ReferenceState
{
    Asked,

    /// <summary>The host authority has not checked yet who gave it.</summary>
    Given,

    /// <summary>The host authority found that it speaks for the authority it names: it counts.</summary>
    Accepted,

    /// <summary>The host authority does not let it count.</summary>
    Refused,
    Revoked,
}

public enum ReferenceTrigger
{
    Resend,
    Give,
    Revoke,
    Accept,
    Refuse,
}
