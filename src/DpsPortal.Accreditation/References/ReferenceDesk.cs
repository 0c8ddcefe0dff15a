using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.References;

/// <summary>Whether a provider may ask this referee.</summary>
internal sealed class ReferenceDesk(
    IAccreditationDbContext db, ICurrentUser user, IOrganisationIntegrationService organisations)
{
    /// <summary>Where anybody may have an address: nobody can tell that such a referee works for an authority.</summary>
    private static readonly HashSet<string> Anybodys = new(StringComparer.OrdinalIgnoreCase)
    {
        "aol.com", "btinternet.com", "gmail.com", "googlemail.com", "gmx.com", "hotmail.co.uk", "hotmail.com",
        "icloud.com", "live.co.uk", "live.com", "mail.com", "me.com", "msn.com", "outlook.com", "proton.me",
        "protonmail.com", "sky.com", "talktalk.net", "virginmedia.com", "yahoo.co.uk", "yahoo.com", "ymail.com",
    };

    /// <exception cref="InvalidInputException">The referee cannot be asked.</exception>
    /// <exception cref="BusinessException">The authority cannot be asked again, or too many are being asked.</exception>
    public async Task CheckAsync(Application application, AskReferenceDto input, DateTime now, CancellationToken ct)
    {
        if (!application.IsLive)
        {
            throw new BusinessException(AccreditationErrorCodes.ApplicationEnded);
        }

        await RefuseWrongInputAsync(input, ct);
        var asked = await db.ReferenceRequests.Where(r => r.ApplicationId == application.Id).ToListAsync(ct);
        var inTheWay = asked.Where(r => r.StandsInTheWay(now)).ToList();
        var key = Rules.Standards.AuthorityNames.KeyOf(input.AuthorityName);
        if (inTheWay.Exists(r => r.AuthorityKey == key))
        {
            throw new BusinessException(AccreditationErrorCodes.AuthorityAlreadyAsked)
                .WithData("authority", input.AuthorityName.Trim());
        }

        if (inTheWay.Exists(r => r.RefereeEmail.Equals(input.RefereeEmail.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidInputException("refereeEmail", "You have asked this person. Name somebody else");
        }

        if (asked.Count(r => r.State == ReferenceState.Asked) >= ReferenceConsts.MaxWaiting)
        {
            throw new BusinessException(AccreditationErrorCodes.TooManyReferences)
                .WithData("waiting", ReferenceConsts.MaxWaiting);
        }
    }

    private async Task RefuseWrongInputAsync(AskReferenceDto input, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        var domain = DomainOf(input.RefereeEmail);
        if (Anybodys.Contains(domain))
        {
            errors.Add(new("refereeEmail", "Enter the referee’s work email address, not a private one"));
        }
        else if ((await organisations.GetPeopleByIdsAsync([user.Id], ct)).Values.Any(
            me => DomainOf(me.Email).Equals(domain, StringComparison.OrdinalIgnoreCase)))
        {
            errors.Add(new("refereeEmail", "Enter an address at the authority, not at your own organisation"));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    private static string DomainOf(string email) => email.Trim().Split('@')[^1];
}
