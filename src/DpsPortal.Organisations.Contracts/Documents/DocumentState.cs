namespace DpsPortal.Organisations.Documents;

public enum DocumentState
{
    /// <summary>Received, not yet looked through: nobody can download it.</summary>
    Checking,
    Ready,
    Refused,
}

/// <summary>What the virus scanner said. Only Clean means that one looked.</summary>
public enum DocumentScan
{
    Pending,

    /// <summary>The scanner cannot be reached; the file waits for it and cannot be downloaded.</summary>
    Waiting,

    /// <summary>Checked, but this installation has no scanner.</summary>
    NotScanned,
    Clean,
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
