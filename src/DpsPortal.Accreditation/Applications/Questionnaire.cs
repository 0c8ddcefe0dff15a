using System.Text.RegularExpressions;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Property.Integration;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Something the questionnaire still needs before it can be submitted.</summary>
/// <param name="Field">Path as the client sends it, e.g. <c>answers.insurance.policies[0].expiresOn</c>.</param>
/// <param name="Message">A sentence that says what to do.</param>
internal sealed record Gap(ApplicationSection Section, string Field, string Message);

/// <summary>What the answers are held against.</summary>
/// <param name="Premises">The provider's own homes among those named.</param>
/// <param name="Documents">Ids of the provider's documents that were accepted.</param>
/// <param name="Today">A London date.</param>
internal sealed record QuestionnaireContext(
    IReadOnlyList<Lot> Lots, IReadOnlyList<PremisesSummary> Premises, IReadOnlySet<Guid> Documents, DateOnly Today);

/// <summary>
/// Whether a questionnaire is complete. The one place: the task list, check-your-answers and submission all ask it.
/// Source: domain §2.2, after the standard selection questionnaire.
/// </summary>
internal static partial class Questionnaire
{
    private static readonly ApplicationSection[] Sections = Enum.GetValues<ApplicationSection>();

    public static IReadOnlyList<ApplicationSection> Answered(QuestionnaireDto answers) =>
        [.. Sections.Where(s => SectionOf(answers, s) is not null)];

    /// <summary>Each section with its status and what it still needs, in the order of the task list.</summary>
    public static IReadOnlyList<SectionDto> StatusOf(QuestionnaireDto answers, QuestionnaireContext context)
    {
        var gaps = Missing(answers, context).ToLookup(g => g.Section, g => g.Message);
        return
        [
            .. Sections.Select(s => new SectionDto(
                s,
                SectionOf(answers, s) is null ? SectionStatus.NotStarted
                    : gaps[s].Any() ? SectionStatus.InProgress : SectionStatus.Completed,
                [.. gaps[s].Distinct()])),
        ];
    }

    public static IReadOnlyList<Gap> Missing(QuestionnaireDto answers, QuestionnaireContext context) =>
    [
        .. answers.Organisation is { } organisation
            ? MissingIn(organisation)
            : NotStarted(ApplicationSection.Organisation, "organisation", "Enter your organisation’s details."),
        .. answers.Ofsted is { } ofsted
            ? MissingIn(ofsted, AdmitsChildren(answers, context), context.Today)
            : NotStarted(ApplicationSection.Ofsted, "ofsted", "Enter your Ofsted registration."),
        .. answers.People is { } people
            ? MissingIn(people, answers.Organisation?.LegalForm)
            : NotStarted(ApplicationSection.People, "people", "Name the people who run your organisation."),
        .. answers.ExclusionGrounds is { } grounds
            ? MissingIn(grounds)
            : NotStarted(ApplicationSection.ExclusionGrounds, "exclusionGrounds", "Answer the exclusion grounds."),
        .. answers.Insurance is { } insurance
            ? MissingIn(insurance, context)
            : NotStarted(ApplicationSection.Insurance, "insurance", "Enter your insurance."),
        .. answers.Premises is { } premises
            ? MissingIn(premises, context)
            : NotStarted(ApplicationSection.Premises, "premises", "Choose the homes you apply with."),
        .. answers.LotsAndAreas is { } lots
            ? MissingIn(lots, context)
            : NotStarted(ApplicationSection.LotsAndAreas, "lotsAndAreas", "Choose lots and areas."),
        .. answers.RateCard is { } rates
            ? MissingIn(rates, answers.LotsAndAreas, context)
            : NotStarted(ApplicationSection.RateCard, "rateCard", "Enter your rate card."),
        .. answers.Declaration is { } declaration
            ? MissingIn(declaration)
            : NotStarted(ApplicationSection.Declaration, "declaration", "Make the declaration."),
    ];

    private static object? SectionOf(QuestionnaireDto answers, ApplicationSection section) => section switch
    {
        ApplicationSection.Organisation => answers.Organisation,
        ApplicationSection.Ofsted => answers.Ofsted,
        ApplicationSection.People => answers.People,
        ApplicationSection.ExclusionGrounds => answers.ExclusionGrounds,
        ApplicationSection.Insurance => answers.Insurance,
        ApplicationSection.Premises => answers.Premises,
        ApplicationSection.LotsAndAreas => answers.LotsAndAreas,
        ApplicationSection.RateCard => answers.RateCard,
        ApplicationSection.Declaration => answers.Declaration,
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    private static Gap[] NotStarted(ApplicationSection section, string field, string message) =>
        [new(section, $"answers.{field}", message)];

    /// <summary>A lot that takes 16- and 17-year-olds needs a registered provider. Source: SI 2023/416, reg. 36.</summary>
    private static bool AdmitsChildren(QuestionnaireDto answers, QuestionnaireContext context) =>
        context.Lots.Any(l => l.Admits16To17 && (answers.LotsAndAreas?.LotIds.Contains(l.Id) ?? false));

    [GeneratedRegex("^[A-Z0-9]{8}$")]
    private static partial Regex CompanyNumber();

    [GeneratedRegex("^[0-9]{7}$")]
    private static partial Regex Urn();
}
