using DpsPortal.Rules.Accommodation;
using static DpsPortal.Rules.Accommodation.OfstedCategory;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>
/// The four structures of lots that real schemes use, to begin a new one with. Accreditation informs only: the one
/// choice that every law allows. Source: domain §2.2.
/// </summary>
internal static class SchemeTemplates
{
    private const string Registered = "Registered with Ofsted for this category of supported accommodation";
    private const string Insured = "Holds the insurance of the notice, or commits to it before an award";

    public static readonly IReadOnlyList<SchemeTemplateDto> All =
    [
        new(
            "ofsted-categories",
            "Ofsted’s four categories",
            "One lot for each category of registration, so that a lot and a registration always match.",
            "As Kirklees",
            AdmissionMode.Continuous,
            [
                Young("Single occupancy, self-contained", SelfContained),
                Young("Shared, for looked-after children and care leavers only", SharedRingFenced),
                Young("Shared, not only for looked-after children and care leavers", SharedNotRingFenced),
                Young("Lodgings in a private residence", PrivateResidence),
            ]),
        new(
            "six-groups",
            "Six groups by age and support",
            "Semi-independent living from 16 with two levels of support, and four kinds of homes from 18.",
            "As the Havering 16+ pseudo-DPS",
            AdmissionMode.Continuous,
            [
                Young("16 to 18+ semi-independent, minimal support", SharedRingFenced),
                Young(
                    "16 to 18+ semi-independent, therapeutic or additional support", SharedRingFenced,
                    "Therapeutic support by qualified staff, with clinical supervision"),
                Adult("18+ shared house, welfare check", SharedNotRingFenced),
                Adult("18+ stand-alone, floating support", SelfContained),
                Adult(
                    "18+ stand-alone, therapeutic", SelfContained,
                    "Therapeutic support by qualified staff, with clinical supervision"),
                Adult(
                    "18+ house in multiple occupation, welfare check", SharedNotRingFenced,
                    "Holds the licence of a house in multiple occupation where one is needed"),
            ]),
        new(
            "floating-support",
            "Floating support beside accommodation",
            "Support hours are a lot of their own: direct time with the named young person, group work not counted.",
            "As the West London Alliance vehicle of 2020",
            AdmissionMode.Continuous,
            [
                Young(
                    "Floating support", SelfContained,
                    "Offers direct, one-to-one time with the named young person; group work is not counted"),
                Young("Self-contained with support", SelfContained),
                Young("Shared with support", SharedRingFenced),
            ]),
        new(
            "separated-children",
            "16 and 17, and separated young people",
            "Young people of 16 and 17, and separated migrant young people without recourse to public funds, in rounds.",
            "As Peterborough",
            AdmissionMode.Windowed,
            [
                Young("16 and 17 year-olds", SharedRingFenced),
                Young(
                    "Separated migrant children and former children, no recourse to public funds", SharedRingFenced,
                    "Knows the asylum and age assessment process, and has access to interpreters"),
                Young("Block call-offs", SharedRingFenced, "Can offer the whole block from its first day"),
            ]),
    ];

    private static RecordLotDto Young(string name, OfstedCategory category, params string[] more) =>
        Lot(name, category, true, [Registered, Insured, .. more]);

    private static RecordLotDto Adult(string name, OfstedCategory category, params string[] more) =>
        Lot(name, category, false, [Insured, .. more]);

    private static RecordLotDto Lot(string name, OfstedCategory category, bool young, string[] criteria) => new()
    {
        Name = name,
        Category = category,
        Admits16To17 = young,
        AccreditationUse = AccreditationUse.InformationOnly,
        Terms = new LotTermsDto { SelectionCriteria = criteria },
    };
}
