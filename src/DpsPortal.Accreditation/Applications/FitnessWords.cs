namespace DpsPortal.Accreditation.Applications;

/// <summary>How sentences of a refusal name the checks.</summary>
internal static class FitnessWords
{
    public static string Of(FitnessCheckKind kind) => kind switch
    {
        FitnessCheckKind.IdentityAndRightToWork => "identity and right to work",
        FitnessCheckKind.EnhancedDbs => "enhanced DBS",
        FitnessCheckKind.DisqualifiedDirectorsAndInsolvency => "disqualified directors and insolvency",
        FitnessCheckKind.PastRegistrations => "past registrations",
        FitnessCheckKind.DebarmentAndSanctions => "debarment list and sanctions",
        FitnessCheckKind.AdverseMedia => "adverse media",
        FitnessCheckKind.AuthorityIntelligence => "local authority intelligence",
        FitnessCheckKind.ConflictOfInterest => "conflict of interest",
        FitnessCheckKind.FinancialFitness => "financial fitness",
        FitnessCheckKind.HealthDeclaration => "health declaration",
        FitnessCheckKind.References => "references",
        FitnessCheckKind.RelevantExperience => "two years’ relevant work in the last five",
        FitnessCheckKind.Interview => "interview",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
