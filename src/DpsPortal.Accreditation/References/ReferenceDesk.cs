using System.Text.RegularExpressions;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.References;

/// <summary>Whether a provider may ask this referee.</summary>
internal sealed partial class ReferenceDesk(
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
        void Check(string field, string text, string message)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                errors.Add(new(field, message));
            }
            else if (NotOneLineOfWords().IsMatch(text))
            {
                errors.Add(new(field, "Enter words on one line, without a web address"));
            }
        }

        // These lines are mailed to somebody outside, who must not be led anywhere by them.
        Check("refereeName", input.RefereeName, "Enter the referee’s full name");
        Check("authorityName", input.AuthorityName, "Enter the name of the authority");
        Check("setting", input.Setting, "Enter the contract or setting");
        if (string.IsNullOrWhiteSpace(input.Claim))
        {
            errors.Add(new("claim", "Say what you provided"));
        }

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

    [GeneratedRegex(@"[\p{C}\u2028\u2029]|://|\bwww\.", RegexOptions.IgnoreCase)]
    private static partial Regex NotOneLineOfWords();
}
