using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

internal sealed class ApplicationReviewAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk desk, DeclaredInterests interests,
    ApplicationReader reader, TimeProvider clock) : IApplicationReviewAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Officer Me => new(user.Id, user.Name);

    public async Task<ApplicationDto> DeclareInterestAsync(Guid id, DeclareInterestDto input, CancellationToken ct)
    {
        var application = await desk.FindAsync(id, ct);
        await interests.DeclareAsync(application, input, ct);
        return await reader.ReadAsync(application, ct);
    }

    public Task<ApplicationDto> StartEvaluationAsync(Guid id, VersionDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.StartEvaluation(Me), ct);

    public Task<ApplicationDto> ExtendAsync(Guid id, ReasonDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.Extend(input.Reason), ct);

    public Task<ApplicationDto> ProposeMembershipAsync(Guid id, ProposeMembershipDto input, CancellationToken ct) =>
        ChangeAsync(
            id, input.Version,
            a => a.ProposeMembership(
                input.Outcome, input.LotIds, [.. input.Refused.Select(r => new LotRefusal(r.LotId, r.Reason))],
                input.Reasons, Me, Now),
            ct);

    public async Task<ApplicationDto> ConfirmMembershipAsync(Guid id, VersionDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, input.Version, ct);
        await interests.RefuseConflictedProposalAsync(application, application.MembershipDecision, ct);
        var scheme = await reader.SchemeOfAsync(application, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RefuseWhenFullAsync(application, scheme, ct);
        application.ConfirmMembership(Me, Now);
        db.Letters.Add(DecisionLetters.OfMembership(application, scheme));
        db.Memberships.AddRange(application.MembershipDecision!.LotIds.Select(
            lotId => new Membership(Guid.CreateVersion7(), application, lotId, Now)));
        var saved = await SaveAsync(application, ct);
        await transaction.CommitAsync(ct);
        return saved;
    }

    public Task<ApplicationDto> PauseClockAsync(Guid id, ReasonDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.PauseClock(input.Reason, Now), ct);

    public Task<ApplicationDto> ResumeClockAsync(Guid id, VersionDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.ResumeClock(Now), ct);

    public Task<ApplicationDto> SendBackMembershipAsync(Guid id, ReasonDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.SendBackMembership(input.Reason, Me), ct);

    public Task<ApplicationDto> OpenFitAndProperTestAsync(Guid id, VersionDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.OpenFitAndProperTest(Now), ct);

    public Task<ApplicationDto> CloseFitAndProperTestAsync(Guid id, CloseStageDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.CloseFitAndProperTest(input.Passed, input.Reasons, Me, Now), ct);

    public Task<ApplicationDto> RecordSaferRecruitmentAsync(
        Guid id, RecordSaferRecruitmentDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.RecordSaferRecruitment(input.Items), ct);

    public async Task<ApplicationDto> SettleFindingsAsync(Guid id, SettleFindingsDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, input.Version, ct);
        var staffIds = input.Findings.Select(f => f.StaffId).Distinct().ToList();
        var known = await db.StaffMembers.CountAsync(
            s => s.ProviderId == application.ProviderId && staffIds.Contains(s.Id), ct);
        if (known < staffIds.Count)
        {
            throw new InvalidInputException(
                "findings", "Somebody is not in the provider’s record any more. Load the page again.");
        }

        application.SettleFindings(input.Findings, Me, Now);
        return await SaveAsync(application, ct);
    }

    public async Task<ApplicationDto> CloseSaferRecruitmentAsync(
        Guid id, CloseSaferRecruitmentDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockReviewAsync(id, ct);
        var application = await desk.TakeAsync(id, input.Version, ct);
        var proof = await StaffProof.OfAsync(db, application, LondonTime.DateOf(Now), ct);
        db.RecruitmentActions.AddRange(application.CloseSaferRecruitment(input, proof, Me, Now));
        var saved = await SaveAsync(application, ct);
        await transaction.CommitAsync(ct);
        return saved;
    }

    public async Task<ApplicationDto> ClosePropertyVisitAsync(Guid id, CloseStageDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, input.Version, ct);
        var visits = await reader.VisitsAsync(application, ct);
        application.ClosePropertyVisit(input.Passed, input.Reasons, visits, Me, Now);
        return await SaveAsync(application, ct);
    }

    public Task<ApplicationDto> ProposeAccreditationAsync(
        Guid id, ProposeAccreditationDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.ProposeAccreditation(input, Me, Now), ct);

    public async Task<ApplicationDto> ConfirmAccreditationAsync(Guid id, VersionDto input, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, input.Version, ct);
        await interests.RefuseConflictedProposalAsync(application, application.AccreditationDecision, ct);
        application.ConfirmAccreditation(Me, Now);
        var scheme = await reader.SchemeOfAsync(application, ct);
        db.Letters.Add(DecisionLetters.OfAccreditation(application, scheme));
        var lotIds = application.MembershipDecision!.LotIds;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ChangeStandingsAsync(lotIds, ct);
        db.StandingConditions.AddRange(
            application.AccreditationDecision!.Conditions.Select(c => new StandingCondition(application, c)));
        var standings = await db.Standings
            .Where(s => s.ProviderId == application.ProviderId && lotIds.Contains(s.LotId)).ToListAsync(ct);
        standings.ForEach(s => s.Renew(application));
        db.Standings.AddRange(lotIds.Except(standings.Select(s => s.LotId))
            .Select(lotId => new Standing(Guid.CreateVersion7(), application, lotId)));
        var saved = await SaveAsync(application, ct);
        await transaction.CommitAsync(ct);
        return saved;
    }

    public Task<ApplicationDto> SendBackAccreditationAsync(Guid id, ReasonDto input, CancellationToken ct) =>
        ChangeAsync(id, input.Version, a => a.SendBackAccreditation(input.Reason, Me), ct);

    /// <summary>A number of members that the law lets the notice state; never under a DPS or a dynamic market.</summary>
    private async Task RefuseWhenFullAsync(Application application, Scheme scheme, CancellationToken ct)
    {
        if (scheme.MostMembers is not { } most
            || application.MembershipDecision?.Outcome != nameof(MembershipOutcome.Admit))
        {
            return;
        }

        // One decision at a time, so that two officers cannot both admit the last provider.
        await db.LockSchemeAsync(scheme.Id, ct);
        var members = await db.Memberships.Where(m => m.SchemeId == scheme.Id && m.ProviderId != application.ProviderId)
            .Select(m => m.ProviderId).Distinct().CountAsync(ct);
        if (members >= most)
        {
            throw new BusinessException(AccreditationErrorCodes.SchemeFull)
                .WithData("scheme", scheme.Name).WithData("most", most);
        }
    }

    private async Task<ApplicationDto> ChangeAsync(
        Guid id, uint version, Action<Application> change, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, version, ct);
        change(application);
        return await SaveAsync(application, ct);
    }

    private async Task<ApplicationDto> SaveAsync(Application application, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }
}
