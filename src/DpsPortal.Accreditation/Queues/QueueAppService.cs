using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Queues;

internal sealed class QueueAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk desk, DeclaredInterests interests,
    ReminderDesk reminders, IOrganisationIntegrationService organisations) : IQueueAppService
{
    public async Task<IReadOnlyList<OfficerChoiceDto>> GetOfficersAsync(CancellationToken ct) =>
        [.. (await OfficersAsync(ct)).Select(p => new OfficerChoiceDto(p.Id, p.Name))];

    public async Task<TakenApplicationDto> TakeNextAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Whoever has declared a conflict since does not have it any more. A row that somebody else is taking at this
        // moment is passed over.
        var next = await db.Database.SqlQuery<Guid>(
            $"""
             select a.id as "Value" from accreditation.applications a
             where a.host_authority_id = {user.OrganisationId} and a.submitted_at is not null
               and a.membership in ('Submitted', 'InEvaluation', 'DecisionProposed')
               and (a.assigned_to_id is null or exists (
                 select from accreditation.interest_declarations d
                 where d.provider_id = a.provider_id and d.officer_id = a.assigned_to_id and d.has_conflict))
               and not exists (
                 select from accreditation.interest_declarations d
                 where d.provider_id = a.provider_id and d.officer_id = {user.Id} and d.has_conflict)
             order by a.due_on, a.submitted_at, a.id limit 1 for update of a skip locked
             """).ToListAsync(ct);
        if (next.Count == 0)
        {
            return new TakenApplicationDto(null, null);
        }

        var application = await desk.FindAsync(next[0], ct);
        application.Assign(new Officer(user.Id, user.Name), user.Id);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new TakenApplicationDto(application.Id, application.Reference);
    }

    public async Task<AssignmentDto> AssignAsync(Guid id, AssignApplicationDto input, CancellationToken ct)
    {
        var application = await desk.FindAsync(id, ct);
        await interests.RefuseConflictedReaderAsync(id, ct);
        application.Assign(await OfficerAsync(application, input.OfficerId, ct), user.Id);
        await db.SaveChangesAsync(ct);
        return new AssignmentDto(application.Id, application.AssignedToId, application.AssignedToName);
    }

    public Task<RemindersDto> RemindAsync(RemindProvidersDto input, CancellationToken ct) =>
        reminders.RemindAsync(input.ApplicationIds, ct);

    /// <exception cref="InvalidInputException">Nobody of the authority who assesses applications.</exception>
    /// <exception cref="BusinessException">Has declared a conflict.</exception>
    private async Task<Officer?> OfficerAsync(Application application, Guid? id, CancellationToken ct)
    {
        if (id is null)
        {
            return null;
        }

        var person = (await OfficersAsync(ct)).FirstOrDefault(p => p.Id == id)
            ?? throw new InvalidInputException("officerId", "Choose an officer of your authority.");
        if (await db.InterestDeclarations.AnyAsync(
            d => d.ProviderId == application.ProviderId && d.OfficerId == id && d.HasConflict, ct))
        {
            throw new BusinessException(AccreditationErrorCodes.AssigneeConflicted)
                .WithData("officer", person.Name).WithData("reference", application.Reference);
        }

        return new Officer(person.Id, person.Name);
    }

    private async Task<IReadOnlyList<PersonSummary>> OfficersAsync(CancellationToken ct)
    {
        var officers = await organisations.GetPeopleAsync(user.OrganisationId, Role.AccreditationOfficer, ct);
        var leads = await organisations.GetPeopleAsync(user.OrganisationId, Role.AccreditationLead, ct);
        return [.. officers.Concat(leads).DistinctBy(p => p.Id).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id)];
    }
}
