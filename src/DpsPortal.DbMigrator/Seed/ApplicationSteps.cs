using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Calendar;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// Carries demo applications as far as they are to get. Each step goes on from the one before; days are counted back
/// from today, to the day the application was handed in.
/// </summary>
internal sealed class ApplicationSteps(SeedContext context)
{
    private const string Officer = "officer@example.org";
    private const string Lead = "second-officer@example.org";

    private readonly HashSet<(string Email, Guid ApplicationId)> _declared = [];

    /// <summary>Days since the London date that lies so many working days back.</summary>
    public int DaysSinceWorkingDay(int workingDays) =>
        context.Clock.Today.DayNumber - context.Clock.WorkingDayBefore(workingDays, 9).DayNumber;

    /// <summary>Begun and saved in part.</summary>
    public async Task DraftAsync(string email, SchemeDto scheme, int daysAgo, CancellationToken ct)
    {
        GoTo(daysAgo, 9, 5);
        await using var scope = await context.AsAsync(email, ct);
        var provider = scope.ServiceProvider.GetRequiredService<IProviderApplicationAppService>();
        var draft = await provider.CreateAsync(new CreateApplicationDto { SchemeId = scheme.Id }, ct);
        var answers = await DemoAnswers.OfAsync(scope.ServiceProvider, email, scheme, Today, ct);
        await provider.SaveAsync(
            draft.Id,
            new SaveApplicationDto
            {
                Answers = new QuestionnaireDto { Organisation = answers.Organisation, Ofsted = answers.Ofsted },
                Version = draft.Version,
            },
            ct);
    }

    public async Task<ApplicationDto> SubmitAsync(string email, SchemeDto scheme, int daysAgo, CancellationToken ct)
    {
        GoTo(daysAgo, 9, 5);
        await using var scope = await context.AsAsync(email, ct);
        var provider = scope.ServiceProvider.GetRequiredService<IProviderApplicationAppService>();
        var draft = await provider.CreateAsync(new CreateApplicationDto { SchemeId = scheme.Id }, ct);
        var answers = await DemoAnswers.OfAsync(scope.ServiceProvider, email, scheme, Today, ct);
        context.Clock.Later(24);
        var saved = await provider.SaveAsync(
            draft.Id, new SaveApplicationDto { Answers = answers, Version = draft.Version }, ct);
        context.Clock.Later(7);
        return await provider.SubmitAsync(saved.Id, new VersionDto { Version = saved.Version }, ct);
    }

    public async Task<ApplicationDto> EvaluateAsync(string email, SchemeDto scheme, int daysAgo, CancellationToken ct)
    {
        var application = await SubmitAsync(email, scheme, daysAgo, ct);
        GoTo(daysAgo - 1, 10, 10);
        return await OfficerAsync((app, a) => app.StartEvaluationAsync(a.Id, Version(a), ct), application, ct);
    }

    public async Task ExtendAsync(string email, SchemeDto scheme, int daysAgo, CancellationToken ct)
    {
        var application = await EvaluateAsync(email, scheme, daysAgo, ct);
        GoTo(daysAgo - 6, 11, 20);
        await OfficerAsync(
            (app, a) => app.ExtendAsync(
                a.Id, new ReasonDto { Reason = "A certificate has to be verified with the insurer.", Version = a.Version }, ct),
            application, ct);
    }

    public async Task<ApplicationDto> ProposeAsync(string email, SchemeDto scheme, int daysAgo, CancellationToken ct)
    {
        var application = await EvaluateAsync(email, scheme, daysAgo, ct);
        GoTo(daysAgo - 5, 11, 20);
        return await OfficerAsync(
            (app, a) => app.ProposeMembershipAsync(
                a.Id,
                new ProposeMembershipDto
                {
                    Outcome = MembershipOutcome.Admit,
                    LotIds = [.. a.Lots.Select(l => l.LotId)],
                    Reasons = "The questionnaire meets every selection criterion of these lots.",
                    Version = a.Version,
                },
                ct),
            application, ct);
    }

    public async Task<ApplicationDto> AdmitAsync(string email, SchemeDto scheme, int daysAgo, CancellationToken ct)
    {
        var application = await ProposeAsync(email, scheme, daysAgo, ct);
        GoTo(daysAgo - 6, 14, 5);
        return await LeadAsync((app, a) => app.ConfirmMembershipAsync(a.Id, Version(a), ct), application, ct);
    }

    /// <summary>The first person is found fit, the others wait.</summary>
    public async Task<ApplicationDto> TestPeopleAsync(string email, SchemeDto scheme, int daysAgo, CancellationToken ct)
    {
        var application = await AdmitAsync(email, scheme, daysAgo, ct);
        GoTo(daysAgo - 8, 14, 50);
        application = await OfficerAsync(
            (app, a) => app.OpenFitAndProperTestAsync(a.Id, Version(a), ct), application, ct);
        return await SettleAsync(application, application.FitAndProperTest!.People[0], ct);
    }

    /// <summary>The first few lines are answered, none against what the provider's record shows.</summary>
    public async Task<ApplicationDto> ReviewDocumentsAsync(
        string email, SchemeDto scheme, int daysAgo, CancellationToken ct)
    {
        var application = await TestPeopleAsync(email, scheme, daysAgo, ct);
        GoTo(daysAgo - 16, 9, 50);
        foreach (var person in application.FitAndProperTest!.People.Skip(1))
        {
            application = await SettleAsync(application, person, ct);
        }

        application = await OfficerAsync(
            (app, a) => app.CloseFitAndProperTestAsync(a.Id, Passed(a, "Everybody was found fit."), ct), application, ct);
        return await AnswerAsync(application, application.SaferRecruitment!.Items.Count / 4, ct);
    }

    /// <summary>
    /// Documents are passed with actions, one of them overdue; the visit to each home is booked for the next working day.
    /// </summary>
    public async Task BookVisitAsync(string email, SchemeDto scheme, int daysAgo, CancellationToken ct)
    {
        var application = await PassDocumentsAsync(email, scheme, daysAgo, ct);
        context.Clock.GoTo(context.Clock.WorkingDayBefore(4, 11), 10, 40);
        var at = SeedClock.At(WorkingDays.AddWorkingDays(context.Clock.Today, 1), new TimeOnly(11, 0)).UtcDateTime;
        await using var scope = await context.AsAsync(Officer, ct);
        var visits = scope.ServiceProvider.GetRequiredService<IVisitAppService>();
        foreach (var home in application.Premises)
        {
            await visits.BookAsync(Visit(home.Id, application.Id, at), ct);
        }
    }

    private async Task<ApplicationDto> PassDocumentsAsync(
        string email, SchemeDto scheme, int daysAgo, CancellationToken ct)
    {
        var application = await ReviewDocumentsAsync(email, scheme, daysAgo, ct);
        GoTo(daysAgo - 28, 9, 40);
        application = await AnswerAsync(application, application.SaferRecruitment!.Items.Count, ct);
        return await OfficerAsync(
            (app, a) => app.CloseSaferRecruitmentAsync(
                a.Id,
                new CloseSaferRecruitmentDto
                {
                    Outcome = SaferRecruitmentOutcome.PassWithActions,
                    Reasons = "Every line is compliant today. Two of them run out unless something is done by then.",
                    RecordRead = "On the provider’s own system, at its office.",
                    Actions =
                    [
                        new()
                        {
                            Text = "Ask the update service about every DBS check that is 3 years old this winter.",
                            DueOn = context.Clock.Today.AddDays(-3),
                        },
                        new()
                        {
                            Text = "Book the safeguarding lead’s yearly refresher before the last one runs out.",
                            DueOn = context.Clock.Today.AddDays(25),
                        },
                    ],
                    Version = a.Version,
                },
                ct),
            application, ct);
    }

    /// <summary>Interviewed by both where needed, proposed by the officer, confirmed by the lead.</summary>
    private async Task<ApplicationDto> SettleAsync(
        ApplicationDto application, PersonFitnessDto person, CancellationToken ct)
    {
        if (person.Interview is not null)
        {
            application = await FitnessAsync(Officer, (app, a) =>
                app.ScoreInterviewAsync(a.Id, person.PersonId, DemoFitness.Scores(4, a.Version), ct), application, ct);
            application = await FitnessAsync(Lead, (app, a) =>
                app.ScoreInterviewAsync(a.Id, person.PersonId, DemoFitness.Scores(5, a.Version), ct), application, ct);
            application = await FitnessAsync(Officer, (app, a) =>
                app.AgreeInterviewAsync(a.Id, person.PersonId, DemoFitness.Scores(4, a.Version), ct), application, ct);
        }

        application = await FitnessAsync(
            Officer,
            (app, a) => app.RecordFitnessAsync(
                a.Id, person.PersonId, DemoFitness.AllClear(person.Checks.Select(c => c.Kind), Today, a.Version), ct),
            application, ct);
        return await FitnessAsync(
            Lead, (app, a) => app.ConfirmFitnessAsync(a.Id, person.PersonId, Version(a), ct), application, ct);
    }

    private Task<ApplicationDto> AnswerAsync(ApplicationDto application, int count, CancellationToken ct) =>
        OfficerAsync(
            (app, a) => app.RecordSaferRecruitmentAsync(
                a.Id,
                new RecordSaferRecruitmentDto
                {
                    Items =
                    [
                        .. a.SaferRecruitment!.Items.Take(count).Select(i => new RecordSaferRecruitmentItemDto
                        {
                            Id = i.Id, Result = ComplianceResult.Compliant,
                        }),
                    ],
                    Version = a.Version,
                },
                ct),
            application, ct);

    private Task<ApplicationDto> OfficerAsync(
        Func<IApplicationReviewAppService, ApplicationDto, Task<ApplicationDto>> step, ApplicationDto application,
        CancellationToken ct) => AsAsync(Officer, step, application, ct);

    private Task<ApplicationDto> LeadAsync(
        Func<IApplicationReviewAppService, ApplicationDto, Task<ApplicationDto>> step, ApplicationDto application,
        CancellationToken ct) => AsAsync(Lead, step, application, ct);

    private Task<ApplicationDto> FitnessAsync(
        string email, Func<IFitnessAppService, ApplicationDto, Task<ApplicationDto>> step, ApplicationDto application,
        CancellationToken ct) => AsAsync(email, step, application, ct);

    private async Task<ApplicationDto> AsAsync<TService>(
        string email, Func<TService, ApplicationDto, Task<ApplicationDto>> step, ApplicationDto application,
        CancellationToken ct)
        where TService : notnull
    {
        await using var scope = await context.AsAsync(email, ct);
        var review = scope.ServiceProvider.GetRequiredService<IApplicationReviewAppService>();
        if (_declared.Add((email, application.Id)))
        {
            await review.DeclareInterestAsync(application.Id, new DeclareInterestDto { HasConflict = false }, ct);
            context.Clock.Later(2);
        }

        var done = await step(scope.ServiceProvider.GetRequiredService<TService>(), application);
        await context.SettleAsync(ct);

        context.Clock.Later(6);
        return done;
    }

    private DateOnly Today => LondonTime.DateOf(context.Clock.GetUtcNow());

    private void GoTo(int daysAgo, int hour, int minute) =>
        context.Clock.GoTo(context.Clock.Today.AddDays(-Math.Max(0, daysAgo)), hour, minute);

    private static VersionDto Version(ApplicationDto application) => new() { Version = application.Version };

    private static CloseStageDto Passed(ApplicationDto application, string reasons) =>
        new() { Passed = true, Reasons = reasons, Version = application.Version };

    private static BookVisitDto Visit(Guid home, Guid application, DateTime at) => new()
    {
        PremisesId = home,
        ApplicationId = application,
        ScheduledAt = at,
        Mode = VisitMode.InPerson,
        Notice = VisitNotice.Announced,
    };
}
