namespace DpsPortal.Reporting;

public static class ReportingErrorCodes
{
    public const string ExportConflict = "Reporting:ExportConflict";
    public const string FromAfterTo = "Reporting:FromAfterTo";
    public const string NoHost = "Reporting:NoHost";
    public const string PeriodTooLong = "Reporting:PeriodTooLong";
}
