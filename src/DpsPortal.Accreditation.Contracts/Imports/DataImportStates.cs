namespace DpsPortal.Accreditation.Imports;

/// <summary>One sheet or file is of one kind; a workbook may hold all of them.</summary>
public enum ImportKind
{
    Members,
    People,
    Premises,
    Certificates,
    Staff,
    Standing,
}

/// <summary>What one officer proposed is stored by another, whole or not at all.</summary>
public enum DataImportState
{
    Proposed,
    Stored,
    Dropped,
}

public enum DataImportTrigger
{
    Confirm,
    Drop,
}
