using DpsPortal.Rules.Standards;

namespace DpsPortal.Property.Premises;

/// <summary>A dated paper of a home. Never edited: the provider replaces it by the next one.</summary>
internal sealed class Certificate
{
    public required CertificateKind Kind { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last London day it counts.</summary>
    public required DateOnly ExpiresOn { get; init; }

    public Guid? DocumentId { get; init; }

    public bool CountsOn(DateOnly londonDate) => CertificateExpiry.IsUsable(ExpiresOn, londonDate);

    public bool IsSame(Certificate other) =>
        (Kind, IssuedOn, ExpiresOn, DocumentId) == (other.Kind, other.IssuedOn, other.ExpiresOn, other.DocumentId);
}

/// <summary>A reminder that went out, so that it goes out once.</summary>
internal sealed class CertificateReminder
{
    public required CertificateKind Kind { get; init; }

    public required DateOnly ExpiresOn { get; init; }

    /// <summary>60, 30, 14, 7 or 1.</summary>
    public required int DaysBefore { get; init; }
}

internal static class CertificateKinds
{
    /// <summary>The end follows from the date of issue; null where the paper itself states it.</summary>
    public static DateOnly? LastDay(this CertificateKind kind, DateOnly issuedOn) => kind switch
    {
        CertificateKind.GasSafety =>
            CertificateExpiry.LastDay(DatedCertificate.LandlordGasSafetyRecord, issuedOn),
        CertificateKind.ElectricalInstallation =>
            CertificateExpiry.LastDay(DatedCertificate.ElectricalInstallationConditionReport, issuedOn),
        CertificateKind.FireRiskAssessment =>
            CertificateExpiry.LastDay(DatedCertificate.FireRiskAssessment, issuedOn),
        _ => null,
    };

    public static string Words(this CertificateKind kind) => kind switch
    {
        CertificateKind.GasSafety => "gas safety record",
        CertificateKind.ElectricalInstallation => "electrical installation report",
        CertificateKind.FireRiskAssessment => "fire risk assessment",
        CertificateKind.BuildingsInsurance => "buildings insurance",
        CertificateKind.LiabilityInsurance => "liability insurance",
        CertificateKind.HmoLicence => "HMO licence",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
