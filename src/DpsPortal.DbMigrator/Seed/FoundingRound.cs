using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Accreditation.Standings;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// The providers in use, admitted and accredited together before the first placement of the past year. Each step is
/// the applications' own, taken for all of them in one transaction, as calls one by one would take too long.
/// </summary>
/// <param name="firstDay">Days ago, on which the first application comes.</param>
internal sealed class FoundingRound(SeedContext context, SchemeDto scheme, IReadOnlyList<string> emails, int firstDay)
{
    private const string First = "officer@example.org";
    private const string Second = "second-officer@example.org";
    private const int VisitsADay = 10;

    /// <summary>Days after the first application, on which the visits are booked that keep the homes covered.</summary>
    private const int Renewed = 380;

    private readonly HashSet<Guid> _providers = [];

    private DateTime Now => context.Clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(ApplicationSteps steps, CancellationToken ct)
    {
        foreach (var (i, email) in emails.Index())
        {
            var application = await steps.SubmitAsync(email, scheme, firstDay - (i % 5), ct);
            _providers.Add(application.ProviderId);
        }

        await StepAsync(First, 8, 10, (a, me, db) =>
        {
            Declare(a, me, db);
            a.StartEvaluation(me);
        }, ct);
        await StepAsync(First, 10, 11, (a, me, _) => a.ProposeMembership(
            MembershipOutcome.Admit, a.Answers.LotsAndAreas!.LotIds, [],
            "The questionnaire meets every selection criterion of these lots.", me, Now), ct);
        await StepAsync(Second, 11, 14, Admit, ct);
        await StepAsync(First, 16, 10, (a, _, _) => a.OpenFitAndProperTest(Now), ct);
        await StepAsync(First, 17, 10, Interview, ct);
        await StepAsync(Second, 17, 11, Interview, ct);
        await StepAsync(First, 17, 14, TestPeople, ct);
        await StepAsync(Second, 18, 11, ConfirmPeople, ct);
        await StepAsync(
            First, 21, 15, (a, me, _) => a.CloseFitAndProperTest(true, "Everybody was found fit.", me, Now), ct);
        await StepAsync(First, 24, 10, (a, _, _) => a.RecordSaferRecruitment(
            [.. SaferRecruitmentChecklist.Questions.Select(
                q => new RecordSaferRecruitmentItemDto { Id = q.Id, Result = ComplianceResult.Compliant })]), ct);
        await StepAsync(First, 25, 16, (a, me, _) => a.CloseSaferRecruitment(
            new CloseSaferRecruitmentDto
            {
                Outcome = SaferRecruitmentOutcome.Pass,
                Reasons = "Every line is compliant.",
                RecordRead = "On the provider’s own system, at its office.",
                Version = 0,
            },
            StaffProof.None, me, Now), ct);
        await VisitAsync(29, ct);
        await ClosePropertyVisitsAsync(51, ct);
        await StepAsync(First, 52, 11, (a, me, _) => a.ProposeAccreditation(
            new ProposeAccreditationDto
            {
                Outcome = AccreditationOutcome.Accredit,
                Reasons = "Each of the five stages was passed.",
                Version = 0,
            },
            me, Now), ct);
        await StepAsync(Second, 54, 15, Accredit, ct);
        await VisitAsync(Renewed, ct);
        await CoverAsync(Renewed + 21, ct);
    }

    /// <param name="after">Days after the first application.</param>
    private async Task StepAsync(
        string officer, int after, int hour, Action<Application, Officer, DpsPortalDbContext> step, CancellationToken ct)
    {
        context.Clock.GoTo(context.Clock.Today.AddDays(after - firstDay), hour, 20);
        await using var scope = await context.AsAsync(officer, ct);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var me = scope.ServiceProvider.GetRequiredService<ICurrentUser>();
        foreach (var application in await ApplicationsAsync(db, ct))
        {
            step(application, new Officer(me.Id, me.Name), db);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task<List<Application>> ApplicationsAsync(DpsPortalDbContext db, CancellationToken ct)
    {
        _ = await db.Schemes.SingleAsync(s => s.Id == scheme.Id, ct);
        return await db.Applications.Where(a => a.SchemeId == scheme.Id && _providers.Contains(a.ProviderId))
            .OrderBy(a => a.Reference).ToListAsync(ct);
    }

    private void Declare(Application application, Officer me, DpsPortalDbContext db)
    {
        db.Set<InterestDeclaration>().Add(
            new InterestDeclaration(application, me, new DeclareInterestDto { HasConflict = false }, Now));
        application.RememberInterest(hasConflict: false);
    }

    private void Admit(Application application, Officer me, DpsPortalDbContext db)
    {
        Declare(application, me, db);
        application.ConfirmMembership(me, Now);
        db.Set<Letter>().Add(DecisionLetters.OfMembership(application, Scheme(db)));
        db.Set<Membership>().AddRange(application.MembershipDecision!.LotIds.Select(
            lot => new Membership(Guid.CreateVersion7(), application, lot, Now)));
    }

    private void Accredit(Application application, Officer me, DpsPortalDbContext db)
    {
        application.ConfirmAccreditation(me, Now);
        db.Set<Letter>().Add(DecisionLetters.OfAccreditation(application, Scheme(db)));
        db.Set<Standing>().AddRange(application.MembershipDecision!.LotIds.Select(
            lot => new Standing(Guid.CreateVersion7(), application, lot)));
    }

    private void TestPeople(Application application, Officer me, DpsPortalDbContext db)
    {
        foreach (var person in application.FitAndProperTest!.People)
        {
            if (person.IsInterviewed)
            {
                application.AgreeInterview(person.PersonId, DemoFitness.Scores(4), me, Now);
            }

            application.RecordFitness(
                person.PersonId, DemoFitness.AllClear(person.Checks.Select(c => c.Kind), LondonTime.DateOf(Now)), me, Now);
        }
    }

    private void Interview(Application application, Officer me, DpsPortalDbContext db)
    {
        foreach (var person in application.FitAndProperTest!.People.Where(p => p.IsInterviewed))
        {
            application.ScoreInterview(person.PersonId, DemoFitness.Scores(4), me, Now);
        }
    }

    private void ConfirmPeople(Application application, Officer me, DpsPortalDbContext db)
    {
        foreach (var person in application.FitAndProperTest!.People)
        {
            application.ConfirmFitness(person.PersonId, me, Now);
        }
    }

    private async Task VisitAsync(int after, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(First, ct);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var me = scope.ServiceProvider.GetRequiredService<ICurrentUser>();
        var booked = context.Clock.Today.AddDays(after - firstDay);
        var ofHome = (await ApplicationsAsync(db, ct))
            .SelectMany(a => a.PremisesIds.Select(home => (home, a.Id))).ToDictionary(p => p.home, p => p.Id);
        var homes = await db.Set<Premises>().Where(p => ofHome.Keys.Contains(p.Id)).OrderBy(p => p.Name).ToListAsync(ct);
        var visits = new List<(Visit Visit, Premises Home)>();
        context.Clock.GoTo(booked, 15, 40);
        foreach (var (i, home) in homes.Index())
        {
            var day = WorkingDays.AddWorkingDays(booked, 3 + (i / VisitsADay));
            var at = SeedClock.At(day, new TimeOnly(9, 30).AddMinutes(40 * (i % VisitsADay))).UtcDateTime;
            visits.Add((new Visit(
                Guid.NewGuid(),
                new VisitBooking(
                    home.Id, home.ProviderId, me.OrganisationId, after < Renewed ? ofHome[home.Id] : null, at,
                    VisitMode.InPerson,
                    VisitNotice.Announced, me.Id),
                Bedrooms(home), home.IsLicensable, Now), home));
        }

        db.AddRange(visits.Select(v => v.Visit));
        await db.SaveChangesAsync(ct);
        foreach (var (visit, home) in visits)
        {
            await MakeVisitAsync(visit.Id, home.Id, ct);
        }
    }

    /// <summary>In a context of its own: tracking a hundred visits at once makes every save look through all of them.</summary>
    private async Task MakeVisitAsync(Guid visitId, Guid homeId, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(First, ct);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var visit = await db.Set<Visit>().SingleAsync(v => v.Id == visitId, ct);
        var home = await db.Set<Premises>().SingleAsync(p => p.Id == homeId, ct);
        context.Clock.GoTo(new DateTimeOffset(visit.ScheduledAt).AddMinutes(28));
        visit.Start(Bedrooms(home), home.IsLicensable, home.FullAddress, Now);
        visit.SaveAnswers(1, [.. visit.Items.Select(item => new VisitAnswerDto
        {
            ItemId = item.Item.Id,
            PlaceId = item.Bedroom?.PlaceId,
            Result = VisitItemResult.Pass,
            MeasuredArea = item.Item.MeasuresArea
                ? home.Places.Single(p => p.Id == item.Bedroom!.PlaceId).BedroomArea
                : null,
        })]);
        await db.SaveChangesAsync(ct);
        context.Clock.Later(5);
        visit.Complete("A well-kept, homely place. No actions.", Now);
        home.RecordVisit(visit.ToFindings(), Now);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Once more for twelve months, on the visits just made.</summary>
    private async Task CoverAsync(int after, CancellationToken ct)
    {
        context.Clock.GoTo(context.Clock.Today.AddDays(after - firstDay), 15, 10);
        await using var scope = await context.AsAsync(Second, ct);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var homes = (await ApplicationsAsync(db, ct)).ToDictionary(a => a.ProviderId, a => a.PremisesIds);
        var lots = scheme.Lots.Select(l => l.Id).ToList();
        var standings = await db.Set<Standing>()
            .Where(s => lots.Contains(s.LotId) && _providers.Contains(s.ProviderId)).ToListAsync(ct);
        standings.ForEach(s => s.Cover([.. homes[s.ProviderId].Distinct()], LondonTime.DateOf(Now)));
        await db.SaveChangesAsync(ct);
    }

    private async Task ClosePropertyVisitsAsync(int after, CancellationToken ct)
    {
        context.Clock.GoTo(context.Clock.Today.AddDays(after - firstDay), 10, 20);
        await using var scope = await context.AsAsync(First, ct);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var premises = scope.ServiceProvider.GetRequiredService<IPremisesIntegrationService>();
        var me = scope.ServiceProvider.GetRequiredService<ICurrentUser>();
        foreach (var application in await ApplicationsAsync(db, ct))
        {
            var visits = await premises.GetVisitsAsync(application.Id, ct);
            application.ClosePropertyVisit(
                true, "Every home passed its visit.", visits, new Officer(me.Id, me.Name), Now);
        }

        await db.SaveChangesAsync(ct);
    }

    private Scheme Scheme(DpsPortalDbContext db) => db.Schemes.Local.Single(s => s.Id == scheme.Id);

    private static List<VisitBedroom> Bedrooms(Premises home) =>
    [
        .. home.Places.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(p =>
            new VisitBedroom { PlaceId = p.Id, Name = p.Name, MaxOccupants = p.MaxOccupants }),
    ];
}
