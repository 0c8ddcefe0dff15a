namespace DpsPortal.Accreditation.References;

public static class ReferenceConsts
{
    public const int MaxNameLength = 120;
    public const int MaxEmailLength = 254;
    public const int MaxSettingLength = 200;
    public const int MaxClaimLength = 1000;
    public const int MaxTextLength = 2000;
    public const int MaxReasonLength = 500;
    public const int MaxYears = 60;
    public const int MaxPlacements = 999;

    /// <summary>How long a link works.</summary>
    public const int LinkDays = 28;

    /// <summary>How often a provider may have the link sent again: a referee who stays silent is not pestered.</summary>
    public const int MaxResends = 3;

    /// <summary>How many requests of one application may wait for an answer at a time.</summary>
    public const int MaxWaiting = 4;

    /// <summary>Days before a link stops working on which its referee is reminded, once.</summary>
    public const int RemindRefereeDays = 7;

    /// <summary>Days before a reference stops counting on which its provider is told, and from which it may renew.</summary>
    public const int RenewDays = 30;
}
