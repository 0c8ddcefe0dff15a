namespace DpsPortal.Accreditation.Schemes;

/// <summary>
/// What each regime allows and forbids, in words, for the scheme's page. The rules themselves are enforced where
/// they bite; this says to people what they will meet. Source: domain §1.5.
/// </summary>
internal static class RegimeRules
{
    private static readonly IReadOnlyList<RegimeRuleDto> OfDps =
    [
        new("New scheme", "None can be set up since 24 February 2025", "SI 2024/716, reg. 5"),
        new("End date", "23 February 2029 at the latest; fixed since 23 February 2026", "SI 2024/716, reg. 5(4)(b)"),
        new("Joining", "At any time; everybody who meets the criteria is admitted, without limit of number",
            "PCR 2015, reg. 34(2), (6)"),
        new("Deciding an application", "10 working days from receipt; 15 where justified; a question stops no clock",
            "PCR 2015, reg. 34(16)-(17)"),
        new("Inviting", "Every member admitted to the lot, to every call-off", "PCR 2015, reg. 34(21)-(22)"),
        new("Time to bid", "10 days, or less when every member has agreed to it", "PCR 2015, reg. 34(11)-(12)"),
        new("Charging providers", "Never, neither to join nor on award", "PCR 2015, reg. 34(29)"),
        new("Standstill", "Optional, 10 days", "PCR 2015, regs 86(5)(c), 99(6)-(7)"),
        new("Publishing awards", "Grouped by quarter, within 30 days of its end", "PCR 2015, reg. 50"),
    ];

    private static readonly IReadOnlyList<RegimeRuleDto> OfLightTouch =
    [
        new("New scheme", "None can be set up since 24 February 2025", "SI 2024/716, reg. 5"),
        new("End date", "As the scheme was notified as a dynamic purchasing system: 23 February 2029 at the latest; "
            + "fixed since 23 February 2026", "SI 2024/716, reg. 5(4)(b)"),
        new("Joining", "As the notice says; everybody who meets the criteria is admitted", "PCR 2015, reg. 76(1)-(3)"),
        new("Deciding an application", "As the notice says; 10 working days here, 15 where justified",
            "PCR 2015, reg. 76(3), (6)"),
        new("Inviting", "As the notice says; every member admitted to the lot here", "PCR 2015, reg. 76(3)"),
        new("Time to bid", "Reasonable and proportionate, as published with the scheme", "PCR 2015, reg. 76(6)"),
        new("Charging providers", "Only as the notice says", "PCR 2015, reg. 76(3)"),
        new("Standstill", "Optional", "PCR 2015, reg. 86(5)"),
        new("Publishing awards", "Grouped by quarter, within 30 days of its end", "PCR 2015, reg. 75(3)-(4)"),
    ];

    public static IReadOnlyList<RegimeRuleDto> Of(Regime regime) => regime switch
    {
        Regime.PcrDps => OfDps,
        Regime.PcrLightTouch => OfLightTouch,
        _ => throw new ArgumentOutOfRangeException(nameof(regime)),
    };
}
