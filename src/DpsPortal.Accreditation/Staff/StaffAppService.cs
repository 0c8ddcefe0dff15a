using System.Security.Cryptography;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Staff;

internal sealed class StaffAppService(
    IAccreditationDbContext db, ICurrentUser user, IAuditTrail audit, IProviderInterests interests, ReviewDesk desk,
    TimeProvider clock) : IStaffAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<StaffListDto> GetOwnListAsync(CancellationToken ct) =>
        ToDto(await OfProviderAsync(user.OrganisationId, ct), null);

    public async Task<StaffMemberDto> CreateAsync(SaveStaffMemberDto input, CancellationToken ct)
    {
        StaffInput.Check(input.Vetting, LondonTime.DateOf(Now));
        var staff = new StaffMember(Guid.CreateVersion7(), user.OrganisationId, input);
        db.StaffMembers.Add(staff);
        await db.SaveChangesAsync(ct);
        return ToDto(staff, LondonTime.DateOf(Now));
    }

    public async Task<StaffMemberDto> UpdateAsync(Guid id, SaveStaffMemberDto input, CancellationToken ct)
    {
        StaffInput.Check(input.Vetting, LondonTime.DateOf(Now));
        var staff = await db.StaffMembers.SingleOrDefaultAsync(
                s => s.Id == id && s.ProviderId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(StaffMember), id);
        staff.EnsureUnchangedSince(input.Version);
        staff.Change(input);
        await db.SaveChangesAsync(ct);
        return ToDto(staff, LondonTime.DateOf(Now));
    }

    /// <summary>Each look at other people's vetting is remembered. Source: DBS code of practice; security §6.</summary>
    public async Task<StaffListDto> GetOfApplicationAsync(Guid applicationId, CancellationToken ct)
    {
        var application = await ReviewedAsync(applicationId, ct);
        var list = ToDto(
            await OfProviderAsync(application.ProviderId, ct),
            await db.StaffSamples.AsNoTracking().SingleOrDefaultAsync(s => s.Id == applicationId, ct));
        await audit.RecordAsync(
            nameof(Application), applicationId, new AuditEntry("ViewStaff", null, Counted.Of(list.Items.Count, "person", "people"), null), ct);
        return list;
    }

    public async Task<TrainingMatrixDto> GetOwnTrainingAsync(CancellationToken ct) =>
        TrainingView.Of(await OfProviderAsync(user.OrganisationId, ct), LondonTime.DateOf(Now));

    public async Task<TrainingMatrixDto> GetTrainingOfApplicationAsync(Guid applicationId, CancellationToken ct)
    {
        var application = await ReviewedAsync(applicationId, ct);
        var matrix = TrainingView.Of(await OfProviderAsync(application.ProviderId, ct), LondonTime.DateOf(Now));
        await audit.RecordAsync(
            nameof(Application), applicationId,
            new AuditEntry("ViewTraining", null, Counted.Of(matrix.People.Count, "person", "people"), null), ct);
        return matrix;
    }

    public async Task<StaffListDto> DrawSampleAsync(Guid applicationId, CancellationToken ct)
    {
        var application = await ReviewedAsync(applicationId, ct);
        if (!await db.StaffSamples.AnyAsync(s => s.Id == applicationId, ct))
        {
            var today = LondonTime.DateOf(Now);
            var inPost = (await OfProviderAsync(application.ProviderId, ct))
                .Where(s => !(s.Vetting.LeftOn < today)).Select(s => s.Id).ToList();
            if (inPost.Count == 0)
            {
                throw new BusinessException(AccreditationErrorCodes.NoStaff);
            }

            var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            db.StaffSamples.Add(new StaffSample(
                applicationId, application.ProviderId, user.OrganisationId, seed, StaffFileSample.Draw(inPost, seed),
                user.Name, Now));
            await db.SaveChangesAsync(ct);
        }

        return await GetOfApplicationAsync(applicationId, ct);
    }

    public async Task<StaffListDto> ReadFileAsync(
        Guid applicationId, Guid staffId, ReadStaffFileDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockReviewAsync(applicationId, ct);
        var application = await desk.TakeAsync(applicationId, ct);
        var sample = await db.StaffSamples.SingleOrDefaultAsync(s => s.Id == applicationId, ct)
            ?? throw new BusinessException(AccreditationErrorCodes.FilesNotDrawn);
        sample.EnsureUnchangedSince(input.Version);
        application.RefuseUnlessReviewingRecords();
        sample.Read(staffId, input.Items, user.Name);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await GetOfApplicationAsync(applicationId, ct);
    }

    private Task<List<StaffMember>> OfProviderAsync(Guid providerId, CancellationToken ct) =>
        db.StaffMembers.AsNoTracking().Where(s => s.ProviderId == providerId)
            .OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct);

    /// <exception cref="ForbiddenByStageException">The caller has declared a conflict.</exception>
    private async Task<Application> ReviewedAsync(Guid id, CancellationToken ct)
    {
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(
                a => a.Id == id && a.HostAuthorityId == user.OrganisationId && a.SubmittedAt != null, ct)
            ?? throw new EntityNotFoundException(typeof(Application), id);
        await interests.RefuseConflictedAsync(application.ProviderId, ct);
        return application;
    }

    private StaffListDto ToDto(IReadOnlyList<StaffMember> staff, StaffSample? sample)
    {
        var today = LondonTime.DateOf(Now);
        var items = staff.Select(s => ToDto(s, today)).ToList();
        return new StaffListDto(
            items,
            items.Count(i => !(i.Vetting.LeftOn < today)),
            items.Count(i => i.Findings.Count > 0),
            items.Count(i => i.Findings.Any(f => f.Critical)),
            sample is null ? null : ToDto(sample));
    }

    private static StaffSampleDto ToDto(StaffSample sample) => new(
        sample.StaffIds, sample.Seed, sample.DrawnByName, sample.DrawnAt,
        [
            .. sample.StaffIds.Select(id => (Id: id, File: sample.Files.FirstOrDefault(f => f.StaffId == id)))
                .Select(f => new StaffFileDto(
                    f.Id, Compliance.ToDto(StaffFileChecklist.Lines, f.File?.Answers ?? []), f.File?.ReadByName)),
        ],
        sample.CompliancePercent, sample.Version);

    private static StaffMemberDto ToDto(StaffMember staff, DateOnly today) => new()
    {
        Id = staff.Id,
        Number = staff.Number,
        Name = staff.Name,
        Role = staff.Role,
        DbsNumber = staff.DbsNumber,
        Vetting = staff.Vetting,
        Findings =
        [
            .. SaferRecruitmentFindings.Of(staff.Vetting, today)
                .Select(f => new StaffFindingDto(f, SaferRecruitmentFindings.Critical.Contains(f))),
        ],
        Version = staff.Version,
    };
}
