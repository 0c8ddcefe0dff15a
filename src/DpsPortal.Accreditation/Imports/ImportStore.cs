using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Imports;

/// <summary>
/// Stores a plan in the caller's transaction. What belongs to a provider is written under the provider's row-level
/// policies, and only for providers that the host itself brought and nobody signs in for yet (the reader sees to it);
/// the audit trail names the officer.
/// </summary>
internal sealed class ImportStore(
    IAccreditationDbContext db, ICurrentUser user, IProviderImportService providers, IPremisesImportService homes,
    TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task StoreAsync(
        Scheme scheme, ImportPlan plan, (Officer By, DateTime At) proposed, Officer confirmer, CancellationToken ct)
    {
        foreach (var one in plan.Providers.Where(p => p.Known is null))
        {
            await providers.AddAsync(
                new NewProvider(one.Id, one.Name, one.CompanyNumber, one.CharityNumber, one.ContactEmail), ct);
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        foreach (var one in plan.Providers)
        {
            await ActForAsync(one.Id, ct);
            var application = await StoreOwnAsync(scheme, one, proposed, confirmer, ct);
            await ActForAsync(user.OrganisationId, ct);
            await StoreOfHostAsync(one, application, ct);

            // Thousands of rows would make every following save slower.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Application> StoreOwnAsync(
        Scheme scheme, ImportedProvider one, (Officer By, DateTime At) proposed, Officer confirmer, CancellationToken ct)
    {
        var made = one.Homes.Where(h => h.Details is not null).ToList();
        var application = one.Known is null
            ? await MemberAsync(scheme, one, [.. made.Select(h => h.Id)], proposed, confirmer, ct)
            : await db.Applications.SingleAsync(a => a.Id == one.Known.Id, ct);
        if (one.Known is not null && (one.People.Count, one.Policies.Count, made.Count) != (0, 0, 0))
        {
            application.AddImported(one.People, one.Policies, [.. made.Select(h => h.Id)], Now);
        }

        if (one.Standing is { } standing)
        {
            application.ImportAccreditation(
                standing.DecidedOn, standing.ValidUntil, standing.Condition, proposed, confirmer);
        }

        foreach (var home in made)
        {
            homes.Add(home.Id, one.Id, home.Details! with { Certificates = home.Certificates }, scheme.HostAuthorityId);
        }

        foreach (var home in one.Homes.Where(h => h.Details is null && h.Certificates.Count > 0))
        {
            await homes.AddCertificatesAsync(home.Id, home.Certificates, ct);
        }

        db.StaffMembers.AddRange(one.Staff.Select(s => new StaffMember(Guid.CreateVersion7(), one.Id, s)));
        await db.SaveChangesAsync(ct);
        return application;
    }

    private async Task<Application> MemberAsync(
        Scheme scheme, ImportedProvider one, IReadOnlyList<Guid> premisesIds, (Officer By, DateTime At) proposed,
        Officer confirmer, CancellationToken ct)
    {
        var answers = new QuestionnaireDto
        {
            Organisation = one.Organisation,
            Ofsted = one.Ofsted,
            People = new PeopleSectionDto { People = one.People },
            Insurance = new InsuranceSectionDto { Policies = one.Policies },
            Premises = new PremisesSectionDto { PremisesIds = premisesIds },
            LotsAndAreas = new LotsAndAreasSectionDto { LotIds = one.LotIds, Areas = [] },
        };
        var application = Application.Import(
            Guid.NewGuid(), await db.NextReferenceAsync(Now, ct), scheme, (one.Id, one.Name), answers, one.AdmittedOn,
            proposed, confirmer, Now);
        db.Applications.Add(application);
        return application;
    }

    private async Task StoreOfHostAsync(ImportedProvider one, Application application, CancellationToken ct)
    {
        if (one.Known is null)
        {
            var admitted = LondonTime.StartOfDay(one.AdmittedOn);
            db.Memberships.AddRange(one.LotIds.Select(
                lot => new Membership(Guid.CreateVersion7(), application, lot, admitted)));
        }

        await StoreStandingAsync(one, application, ct);
        await providers.AskAsync(one.Id, EvidenceSchedule.Of(one, LondonTime.DateOf(Now)), ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A home with a day of its own is covered from that day, the others from the decision.</summary>
    private async Task StoreStandingAsync(ImportedProvider one, Application application, CancellationToken ct)
    {
        var standings = one.Standing is null
            ? await db.Standings.Where(s => s.ApplicationId == application.Id).ToListAsync(ct)
            : [.. application.MembershipDecision!.LotIds.Select(lot => new Standing(Guid.CreateVersion7(), application, lot))];
        if (one.Standing is not null)
        {
            db.Standings.AddRange(standings);
            db.StandingConditions.AddRange(application.AccreditationDecision!.Conditions
                .Select(c => new StandingCondition(application, c)));
        }

        foreach (var day in one.Homes.Where(h => h.AccreditedOn is not null).GroupBy(h => h.AccreditedOn!.Value))
        {
            standings.ForEach(s => s.Cover([.. day.Select(h => h.Id)], day.Key));
        }
    }

    /// <summary>Whose rows the rest of the transaction writes; it ends with the transaction.</summary>
    private Task<int> ActForAsync(Guid organisationId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select set_config('app.org', {organisationId.ToString()}, true)", ct);
}
