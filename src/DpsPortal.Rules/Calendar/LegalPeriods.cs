namespace DpsPortal.Rules.Calendar;

/// <summary>The periods that bind a legacy dynamic purchasing system. None of them stops for a question.</summary>
public static class LegalPeriods
{
    /// <summary>To decide on a request to participate, in working days. Source: PCR 2015, reg. 34(16).</summary>
    public const int MembershipDecision = 10;

    /// <summary>The same in an individual, justified case, in working days. Source: PCR 2015, reg. 34(17).</summary>
    public const int ExtendedMembershipDecision = 15;

    /// <summary>To renew a self-declaration, in working days from the request. Source: PCR 2015, reg. 34(25).</summary>
    public const int SelfDeclarationRenewal = 5;

    /// <summary>The least time bidders get, in calendar days from sending. Source: PCR 2015, reg. 34(11).</summary>
    public const int Bidding = 10;

    public static DateOnly MembershipDecisionDue(DateTimeOffset receivedAt) =>
        WorkingDays.DueDate(receivedAt, MembershipDecision);

    public static DateOnly ExtendedMembershipDecisionDue(DateTimeOffset receivedAt) =>
        WorkingDays.DueDate(receivedAt, ExtendedMembershipDecision);

    public static DateOnly SelfDeclarationRenewalDue(DateTimeOffset requestedAt) =>
        WorkingDays.DueDate(requestedAt, SelfDeclarationRenewal);

    public static DateTime EarliestClose(DateTime sentUtc) => LondonTime.EarliestClose(sentUtc, Bidding);
}
