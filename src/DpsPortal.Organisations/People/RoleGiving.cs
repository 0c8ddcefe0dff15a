using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Emailing;
using DpsPortal.Organisations.Accounts;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.People;

internal enum WayOfGiving
{
    AtOnce,

    /// <summary>Another administrator confirms it first.</summary>
    Proposed,

    /// <summary>By the first administrator of an authority to its second: nobody is there to confirm it.</summary>
    ToTheSecondAdministrator,
}

/// <summary>
/// Whether one administrator may give roles alone, and who is told. Runs within a transaction of the caller, who holds
/// the lock of the organisation. Source: decision 17.
/// </summary>
internal sealed class RoleGiving(IOrganisationsDbContext db, ICurrentUser user, IEmailSender mail, PortalAddress portal)
{
    /// <param name="added">Roles that the person does not have yet.</param>
    /// <param name="concerned">Who gets them; null while invited.</param>
    /// <exception cref="BusinessException">Nobody is there who could confirm them.</exception>
    public async Task<WayOfGiving> WayAsync(
        Organisation organisation, IReadOnlyCollection<Role> added, Guid? concerned, CancellationToken ct)
    {
        var guarded = added.Where(OrganisationRoles.OfSecondPerson.Contains).ToList();
        if (organisation.Kind == OrganisationKind.Provider || guarded.Count == 0)
        {
            return WayOfGiving.AtOnce;
        }

        var others = (await AdministratorsAsync(ct)).Where(a => a.Id != user.Id).ToList();
        if (others.Exists(a => a.Id != concerned))
        {
            return WayOfGiving.Proposed;
        }

        if (others.Count > 0)
        {
            throw new BusinessException(OrganisationsErrorCodes.NobodyToConfirm);
        }

        if (organisation.SecondAdministratorAt is not null)
        {
            throw new BusinessException(OrganisationsErrorCodes.OnlyAdministratorLeft);
        }

        if (guarded is not [Role.SystemAdministrator])
        {
            throw new BusinessException(OrganisationsErrorCodes.NobodyToConfirm);
        }

        return await IsAdministratorInvitedAsync(ct)
            ? throw new BusinessException(OrganisationsErrorCodes.AdministratorInvited)
            : WayOfGiving.ToTheSecondAdministrator;
    }

    /// <summary>To the administrators who can confirm.</summary>
    public async Task AskToConfirmAsync(Guid? concerned, CancellationToken ct)
    {
        foreach (var other in (await AdministratorsAsync(ct)).Where(a => a.Id != user.Id && a.Id != concerned))
        {
            await mail.QueueAsync(
                other.Email!,
                "Roles wait for you to confirm",
                $"""
                 {user.Name} of {user.OrganisationName} proposed roles for a person. They count once you or another
                 administrator confirms them.

                 Look at who it is and why, then confirm or refuse: {portal.PageOf("organisations/people")}
                 Please do not reply to this e-mail.
                 """,
                ct);
        }
    }

    /// <summary>To everybody of the organisation: it is the one time that nobody confirms it.</summary>
    public async Task TellOfSecondAdministratorAsync(CancellationToken ct)
    {
        foreach (var person in await PeopleAsync(ct))
        {
            await mail.QueueAsync(
                person.Email!,
                "A second administrator",
                $"""
                 {user.Name} made a second administrator for {user.OrganisationName} at the Supported Accommodation
                 Portal, or invited one. From then on two administrators give the roles that decide.

                 See who it is: {portal.PageOf("organisations/people")}
                 If you did not expect it, tell those who run the portal at once.
                 Please do not reply to this e-mail.
                 """,
                ct);
        }
    }

    private async Task<IReadOnlyList<User>> AdministratorsAsync(CancellationToken ct) =>
    [
        .. (await PeopleAsync(ct)).Where(person => person.Affiliations
            .Exists(a => a.OrganisationId == user.OrganisationId && a.Roles.Contains(Role.SystemAdministrator))),
    ];

    private async Task<IReadOnlyList<User>> PeopleAsync(CancellationToken ct)
    {
        var organisationId = user.OrganisationId;
        return await db.Users.AsNoTracking().Include(u => u.Affiliations)
            .Where(u => !u.IsDisabled && u.Affiliations.Any(a => a.OrganisationId == organisationId)).ToListAsync(ct);
    }

    private async Task<bool> IsAdministratorInvitedAsync(CancellationToken ct) =>
        (await db.ColleagueInvitations
            .Where(i => i.OrganisationId == user.OrganisationId && i.State == InvitationState.Open)
            .Select(i => i.Roles).ToListAsync(ct))
        .Exists(roles => roles.Contains(Role.SystemAdministrator));
}
