namespace DpsPortal.Organisations.Evidence;

/// <summary>Whom or what a document is about.</summary>
public enum EvidenceSubject
{
    Organisation,
    Person,
    Premises,
}

/// <summary>
/// What providers are asked for. DBS certificates are not among them: a copy may not be kept for longer than the
/// decision needs it. Source: DBS code of practice, handling and storage.
/// </summary>
public enum EvidenceKind
{
    EmployersLiability,
    PublicLiability,
    ProfessionalIndemnity,
    AbuseCover,
    MotorInsurance,
    Accounts,
    DataProtectionRegistration,
    OfstedRegistration,
    StatementOfPurpose,
    QualityOfSupportReport,
    SafeguardingPolicy,
    SaferRecruitmentPolicy,
    HealthAndSafetyPolicy,
    ComplaintsPolicy,
    EqualityPolicy,
    BusinessContinuityPlan,
    TrainingMatrix,
    RightToWork,
    Qualification,
    GasSafety,
    ElectricalInstallation,
    FireRiskAssessment,
    HmoLicence,
    EnergyPerformance,
    LegionellaRiskAssessment,
    LandlordConsent,
    BuildingsInsurance,
    LocationAssessment,
}

public enum EvidenceStatus
{
    Missing,
    Current,

    /// <summary>Runs out within 60 days.</summary>
    ExpiresSoon,
    Expired,
}

public static class EvidenceKinds
{
    /// <summary>In calendar days: from then on a document is shown as running out.</summary>
    public const int SoonDays = 60;

    public const int MaxTextLength = 120;

    private static readonly HashSet<EvidenceKind> OnlyWhereTheyApply =
    [
        EvidenceKind.MotorInsurance, EvidenceKind.QualityOfSupportReport, EvidenceKind.GasSafety,
        EvidenceKind.HmoLicence, EvidenceKind.LandlordConsent,
    ];

    public static EvidenceSubject SubjectOf(EvidenceKind kind) => kind switch
    {
        <= EvidenceKind.TrainingMatrix => EvidenceSubject.Organisation,
        <= EvidenceKind.Qualification => EvidenceSubject.Person,
        _ => EvidenceSubject.Premises,
    };

    /// <summary>Asked of every provider, or for every home: shown as missing until it is given.</summary>
    public static IEnumerable<EvidenceKind> AlwaysAsked(EvidenceSubject subject) => subject == EvidenceSubject.Person
        ? []
        : Enum.GetValues<EvidenceKind>().Where(k => SubjectOf(k) == subject && !OnlyWhereTheyApply.Contains(k));

    /// <param name="expiresOn">The last day on which it is valid; null: it does not run out.</param>
    /// <param name="today">Of Europe/London.</param>
    public static EvidenceStatus StatusOf(DateOnly? expiresOn, DateOnly today) =>
        expiresOn is not { } last || last > today.AddDays(SoonDays) ? EvidenceStatus.Current
        : last < today ? EvidenceStatus.Expired : EvidenceStatus.ExpiresSoon;
}
