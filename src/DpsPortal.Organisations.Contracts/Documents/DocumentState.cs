namespace DpsPortal.Organisations.Documents;

public enum DocumentState
{
    /// <summary>Received, not yet looked through: nobody can download it.</summary>
    Checking,
    Ready,
    Refused,
}

public enum DocumentKind
{
    Pdf,
    Docx,
    Xlsx,
    Jpg,
    Png,
    Csv,
}
