namespace DpsPortal.Accreditation.Applications;

/// <summary>Who of the host authority acts. The name is kept as it was at the time.</summary>
internal sealed record Officer(Guid Id, string Name);
