using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Premises;

internal sealed class PremisesImportService(IPropertyDbContext db, TimeProvider clock) : IPremisesImportService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public IReadOnlyList<FieldError> Check(SavePremisesDto home)
    {
        try
        {
            PremisesInput.Read(home, [], LondonTime.DateOf(Now));
        }
        catch (InvalidInputException refused)
        {
            return refused.Errors;
        }

        return
        [
            .. home.Places.Index().SelectMany(p => Errors(p.Item, $"places[{p.Index}].")),
            .. Errors(home, ""),
        ];
    }

    public void Add(Guid id, Guid providerId, SavePremisesDto home, Guid hostAuthorityId)
    {
        var details = PremisesInput.Read(home, [], LondonTime.DateOf(Now));
        db.Premises.Add(new Premises(id, providerId, details, Now, takenOver: true));
        db.PremisesGrants.Add(new PremisesGrant
        {
            PremisesId = id,
            ProviderId = providerId,
            OrganisationId = hostAuthorityId,
            GrantedAt = Now,
        });
    }

    public async Task AddCertificatesAsync(
        Guid id, IReadOnlyList<SaveCertificateDto> certificates, CancellationToken ct)
    {
        var home = await db.Premises.SingleAsync(p => p.Id == id, ct);
        home.AddCertificates(PremisesInput.ReadCertificates(certificates, LondonTime.DateOf(Now)), Now);
    }

    private static IEnumerable<FieldError> Errors(object input, string path)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), found, validateAllProperties: true);
        return found.Select(e => new FieldError(
            path + string.Concat(e.MemberNames.Take(1).Select(n => char.ToLowerInvariant(n[0]) + n[1..])),
            e.ErrorMessage ?? "Check this."));
    }
}
