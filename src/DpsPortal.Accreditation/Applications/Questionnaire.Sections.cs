using System.Globalization;
using static DpsPortal.Accreditation.Applications.ApplicationSection;

namespace DpsPortal.Accreditation.Applications;

/// <content>What each section needs.</content>
internal static partial class Questionnaire
{
    /// <summary>
    /// Least cover, whole pounds. Employers' liability by law: Employers' Liability (Compulsory Insurance) Regs
    /// 1998, reg. 3; the others as the schemes ask (domain §2.2).
    /// </summary>
    private static readonly Dictionary<InsuranceKind, int> LeastCover = new()
    {
        [InsuranceKind.EmployersLiability] = 5_000_000,
        [InsuranceKind.PublicLiability] = 5_000_000,
        [InsuranceKind.ProfessionalIndemnity] = 1_000_000,
    };

    private static IEnumerable<Gap> MissingIn(OrganisationSectionDto section)
    {
        const string Path = "answers.organisation";
        if (string.IsNullOrWhiteSpace(section.LegalName))
        {
            yield return new(Organisation, $"{Path}.legalName", "Enter the legal name.");
        }

        if (string.IsNullOrWhiteSpace(section.RegisteredOffice))
        {
            yield return new(Organisation, $"{Path}.registeredOffice", "Enter the registered office.");
        }

        if (section.LegalForm is LegalForm.LimitedCompany or LegalForm.Llp or LegalForm.CommunityInterestCompany
            && !CompanyNumber().IsMatch(section.CompanyNumber ?? ""))
        {
            yield return new(
                Organisation, $"{Path}.companyNumber", "Enter the company number: eight characters, as at Companies House.");
        }

        if (section.LegalForm == LegalForm.Charity && string.IsNullOrWhiteSpace(section.CharityNumber))
        {
            yield return new(Organisation, $"{Path}.charityNumber", "Enter the charity number.");
        }
    }

    private static IEnumerable<Gap> MissingIn(OfstedSectionDto section, bool admitsChildren, DateOnly today)
    {
        const string Path = "answers.ofsted";
        if (!section.Registered)
        {
            if (admitsChildren)
            {
                yield return new(
                    Ofsted, $"{Path}.registered",
                    "Lots that take 16- and 17-year-olds need Ofsted registration: register, or choose other lots.");
            }

            yield break;
        }

        if (!Urn().IsMatch(section.Urn ?? ""))
        {
            yield return new(Ofsted, $"{Path}.urn", "Enter the Ofsted URN: seven digits.");
        }

        if (section.RegisteredOn is null || section.RegisteredOn > today)
        {
            yield return new(Ofsted, $"{Path}.registeredOn", "Enter the day of registration, today or earlier.");
        }

        if (section.Categories.Count == 0)
        {
            yield return new(Ofsted, $"{Path}.categories", "Choose at least one category of your registration.");
        }
    }

    private static IEnumerable<Gap> MissingIn(PeopleSectionDto section, LegalForm? form)
    {
        const string Path = "answers.people.people";
        var company = form is LegalForm.LimitedCompany or LegalForm.CommunityInterestCompany or LegalForm.Charity;
        if (company && !section.People.Any(p => p.Roles.Contains(PersonRole.Director)))
        {
            yield return new(People, Path, "Name every director or trustee.");
        }

        if (!section.People.Any(p => p.Roles.Contains(PersonRole.NominatedIndividual)))
        {
            yield return new(People, Path, "Name the nominated individual.");
        }

        if (!section.People.Any(p => p.Roles.Contains(PersonRole.RegisteredServiceManager)))
        {
            yield return new(People, Path, "Name the registered service manager.");
        }

        foreach (var (i, person) in section.People.Index())
        {
            if (string.IsNullOrWhiteSpace(person.Name))
            {
                yield return new(People, $"{Path}[{i}].name", "Enter the person’s name.");
            }

            if (person.Roles.Contains(PersonRole.RegisteredServiceManager) && person.RelevantWork.Count == 0)
            {
                yield return new(
                    People, $"{Path}[{i}].relevantWork",
                    string.IsNullOrWhiteSpace(person.Name)
                        ? "Enter the manager’s relevant work in the last five years."
                        : $"Enter the relevant work of {person.Name} in the last five years.");
            }

            foreach (var (j, _) in person.RelevantWork.Index().Where(w => w.Item.Until < w.Item.From))
            {
                yield return new(
                    People, $"{Path}[{i}].relevantWork[{j}].until", "A post cannot end before it began.");
            }
        }
    }

    private static IEnumerable<Gap> MissingIn(ExclusionGroundsSectionDto section)
    {
        const string Path = "answers.exclusionGrounds.answers";
        if (Enum.GetValues<ExclusionGround>().Any(g => section.Answers.Count(a => a.Ground == g) != 1))
        {
            yield return new(ExclusionGrounds, Path, "Answer every exclusion ground once.");
        }

        foreach (var (i, _) in section.Answers.Index()
            .Where(a => a.Item.Applies && string.IsNullOrWhiteSpace(a.Item.SelfCleaning)))
        {
            yield return new(ExclusionGrounds, $"{Path}[{i}].selfCleaning", "Say what was done to put it right.");
        }
    }

    private static IEnumerable<Gap> MissingIn(InsuranceSectionDto section, QuestionnaireContext context)
    {
        const string Path = "answers.insurance.policies";
        foreach (var kind in LeastCover.Keys.Where(k => section.Policies.All(p => p.Kind != k)))
        {
            yield return new(Insurance, Path, $"Enter your {InWords(kind)}.");
        }

        foreach (var (i, policy) in section.Policies.Index())
        {
            if (policy.LimitPounds is null || policy.LimitPounds < LeastCover[policy.Kind])
            {
                yield return new(
                    Insurance, $"{Path}[{i}].limitPounds",
                    string.Create(
                        CultureInfo.GetCultureInfo("en-GB"),
                        $"Enter {InWords(policy.Kind)} of at least £{LeastCover[policy.Kind]:N0}."));
            }

            foreach (var gap in policy.Status == InsuranceStatus.Held
                ? MissingInHeld(policy, $"{Path}[{i}]", context)
                : [])
            {
                yield return gap;
            }
        }
    }

    private static IEnumerable<Gap> MissingInHeld(InsurancePolicyDto policy, string path, QuestionnaireContext context)
    {
        var kind = InWords(policy.Kind);
        if (string.IsNullOrWhiteSpace(policy.Insurer))
        {
            yield return new(Insurance, $"{path}.insurer", $"Enter the insurer of the {kind}.");
        }

        if (string.IsNullOrWhiteSpace(policy.PolicyNumber))
        {
            yield return new(Insurance, $"{path}.policyNumber", $"Enter the policy number of the {kind}.");
        }

        if (policy.ExpiresOn is null || policy.ExpiresOn < context.Today)
        {
            yield return new(
                Insurance, $"{path}.expiresOn", $"Enter an expiry date, today or later, of the {kind}.");
        }

        if (policy.DocumentId is not { } document || !context.Documents.Contains(document))
        {
            yield return new(Insurance, $"{path}.documentId", $"Upload the certificate of the {kind}.");
        }
    }

    private static IEnumerable<Gap> MissingIn(PremisesSectionDto section, QuestionnaireContext context)
    {
        const string Path = "answers.premises.premisesIds";
        if (section.PremisesIds.Count == 0)
        {
            yield return new(Premises, Path, "Choose at least one home.");
        }

        foreach (var (i, id) in section.PremisesIds.Index())
        {
            var home = context.Premises.FirstOrDefault(p => p.Id == id);
            if (home is null)
            {
                yield return new(Premises, $"{Path}[{i}]", "Choose one of your own homes.");
            }
            else if (home.Places.Count == 0)
            {
                yield return new(Premises, $"{Path}[{i}]", $"Enter the places of {home.Name}.");
            }
        }
    }

    private static IEnumerable<Gap> MissingIn(LotsAndAreasSectionDto section, QuestionnaireContext context)
    {
        const string Path = "answers.lotsAndAreas";
        if (section.LotIds.Count == 0)
        {
            yield return new(LotsAndAreas, $"{Path}.lotIds", "Choose at least one lot.");
        }

        foreach (var (i, _) in section.LotIds.Index().Where(l => context.Lots.All(lot => lot.Id != l.Item)))
        {
            yield return new(LotsAndAreas, $"{Path}.lotIds[{i}]", "Choose a lot of this scheme.");
        }

        if (section.Areas.All(string.IsNullOrWhiteSpace))
        {
            yield return new(LotsAndAreas, $"{Path}.areas", "Choose at least one area.");
        }
    }

    private static IEnumerable<Gap> MissingIn(
        RateCardSectionDto section, LotsAndAreasSectionDto? lots, QuestionnaireContext context)
    {
        const string Path = "answers.rateCard.rates";
        foreach (var lotId in lots?.LotIds ?? [])
        {
            if (section.Rates.Count(r => r.LotId == lotId) != 1)
            {
                var name = context.Lots.FirstOrDefault(l => l.Id == lotId)?.Name ?? "each lot";
                yield return new(RateCard, Path, $"Enter your rates for {name}, once.");
            }
        }

        foreach (var (i, _) in section.Rates.Index().Where(r => r.Item.AccommodationWeeklyPence <= 0))
        {
            yield return new(
                RateCard, $"{Path}[{i}].accommodationWeeklyPence", "Enter the weekly price of the accommodation.");
        }
    }

    private static IEnumerable<Gap> MissingIn(DeclarationSectionDto section)
    {
        const string Path = "answers.declaration";
        if (!section.AnswersAreTrue)
        {
            yield return new(Declaration, $"{Path}.answersAreTrue", "Declare that the answers are true.");
        }

        if (!section.NoCollusion)
        {
            yield return new(Declaration, $"{Path}.noCollusion", "Declare that there was no collusion.");
        }

        if (!section.AcceptsTerms)
        {
            yield return new(Declaration, $"{Path}.acceptsTerms", "Accept the terms of the scheme.");
        }

        if (string.IsNullOrWhiteSpace(section.SignatoryName) || string.IsNullOrWhiteSpace(section.SignatoryRole))
        {
            yield return new(Declaration, $"{Path}.signatoryName", "Enter the name and role of who signs.");
        }
    }

    internal static string InWords(InsuranceKind kind) => kind switch
    {
        InsuranceKind.EmployersLiability => "employers’ liability insurance",
        InsuranceKind.PublicLiability => "public liability insurance",
        InsuranceKind.ProfessionalIndemnity => "professional indemnity insurance",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
