using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Imports;

/// <summary>Rows of the members sheet: one provider each, admitted to lots of the scheme on a day.</summary>
internal sealed class MemberRows(Scheme scheme, IProviderImportService providers, DateOnly today)
{
    public void Read(ImportRow row, ImportPlan plan, ProviderIndex index, IReadOnlyList<KnownProvider> known)
    {
        var (company, charity) = (CompanyNumber(row), CharityNumber(row));
        var name = row.Text("name", 120);
        var email = Email(row, "contact_email");
        var admitted = AdmittedOn(row);
        var form = row.OneOf<LegalForm>("legal_form", required: company is null && charity is null)
            ?? (company is not null ? LegalForm.LimitedCompany : LegalForm.Charity);
        var provider = new ImportedProvider
        {
            Id = Guid.NewGuid(),
            Name = name,
            CompanyNumber = company,
            CharityNumber = charity,
            ContactEmail = email,
            LotIds = Lots(row),
            AdmittedOn = admitted ?? today,
            Ofsted = Ofsted(row),
            Organisation = new OrganisationSectionDto
            {
                LegalName = name,
                LegalForm = form,
                CompanyNumber = company,
                CharityNumber = charity,
                RegisteredOffice = row.Optional("registered_office", 200) ?? "",
                ContactName = row.Text("contact_name", 80),
                ContactEmail = email,
                ContactPhone = row.Optional("contact_phone", 20) ?? "",
                SmallOrMedium = false,
                VoluntaryOrSocialEnterprise = form is LegalForm.Charity or LegalForm.CommunityInterestCompany,
            },
        };
        if (Same(known, provider) is { } here)
        {
            row.Report("name", $"{here.Name} is in the portal already. Remove the row; nothing of it is imported twice.");
        }
        else if (name.Length > 0 && index.Add(provider) is { } twin)
        {
            row.Report("name", $"{twin.Name} stands in an earlier row with the same name or number. Give each member one row.");
        }
        else if (name.Length > 0)
        {
            plan.Providers.Add(provider);
            if (plan.Providers.Count == ImportConsts.MaxMembers + 1)
            {
                row.Report("", string.Create(
                    CultureInfo.GetCultureInfo("en-GB"),
                    $"Import at most {ImportConsts.MaxMembers:N0} members at a time. Divide the sheet into several files."));
            }
        }
    }

    private static KnownProvider? Same(IReadOnlyList<KnownProvider> known, ImportedProvider provider) =>
        known.FirstOrDefault(k => k.Name.Equals(provider.Name, StringComparison.OrdinalIgnoreCase)
            || (k.CompanyNumber is not null && k.CompanyNumber == provider.CompanyNumber)
            || (k.CharityNumber is not null && k.CharityNumber == provider.CharityNumber));

    private string? CompanyNumber(ImportRow row)
    {
        const string column = "company_number";
        if (!row.Has(column))
        {
            return null;
        }

        var (text, number) = (row.Cell(column), providers.CompanyNumber(row.Cell(column)));
        if (number is null)
        {
            row.Report(column, row.IsShortened(column)
                ? "The program shortened the number. Format the column as text and type its 8 characters."
                : "A company number has 8 characters, like 01234567 or OC123456.");
        }
        else if (number.Length != text.Replace(" ", "", StringComparison.Ordinal).Length)
        {
            row.Note(column, $"{text} has lost its leading noughts; read as {number}.");
        }

        return number;
    }

    private string? CharityNumber(ImportRow row)
    {
        const string column = "charity_number";
        var number = row.Has(column) ? providers.CharityNumber(row.Cell(column)) : null;
        if (row.Has(column) && number is null)
        {
            row.Report(column, "A charity number has 6 or 7 digits.");
        }

        return number;
    }

    public static string Email(ImportRow row, string column, bool required = true)
    {
        if (!required && !row.Has(column))
        {
            return "";
        }

        var text = row.Text(column, 120);
        if (text.Length > 0 && !OneEmailAddressAttribute.IsOne(text))
        {
            row.Report(column, "Enter one e-mail address, like name@example.org.");
        }

        return text;
    }

    private DateOnly? AdmittedOn(ImportRow row)
    {
        var day = row.Day("admitted_on", required: true);
        if (day > today)
        {
            row.Report("admitted_on", "Enter the day of admission, today or earlier.");
        }
        else if (day < scheme.StartsOn)
        {
            row.Report("admitted_on", $"The scheme began on {scheme.StartsOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}. Nobody was admitted before.");
        }

        return day;
    }

    /// <summary>By number or by exact name.</summary>
    private List<Guid> Lots(ImportRow row)
    {
        const string column = "lots";
        var lots = new List<Guid>();
        var parts = row.Cell(column).Split([';', ',', '/', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var part in parts)
        {
            var plain = ImportColumns.Plain(part);
            var number = plain.StartsWith("LOT", StringComparison.Ordinal) ? plain[3..] : plain;
            var lot = scheme.Lots.FirstOrDefault(l =>
                l.Number.ToString(CultureInfo.InvariantCulture) == number || ImportColumns.Plain(l.Name) == plain);
            if (lot is not null)
            {
                lots.Add(lot.Id);
                continue;
            }

            row.Report(column, $"“{ImportRow.Short(part)}” is no lot of {scheme.Name}. Its lots are {string.Join("; ", scheme.Lots.OrderBy(l => l.Number).Select(l => $"{l.Number} {l.Name}"))}.");
        }

        if (parts.Length == 0)
        {
            row.Report(column, "Enter the numbers of the lots, divided by semicolons, like 1; 2.");
        }

        return [.. lots.Distinct()];
    }

    private static OfstedSectionDto? Ofsted(ImportRow row)
    {
        const string column = "ofsted_urn";
        var categories = row.Several<OfstedCategory>("ofsted_categories");
        var urn = row.Cell(column);
        if (urn.Length == 0)
        {
            return new OfstedSectionDto { Registered = false, Categories = [] };
        }

        if (urn.Length is < 5 or > 10 || !urn.All(char.IsAsciiDigit))
        {
            row.Report(column, "A URN has 5 to 10 digits.");
        }

        return new OfstedSectionDto { Registered = true, Urn = urn, Categories = categories };
    }
}
