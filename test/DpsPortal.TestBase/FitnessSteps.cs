using DpsPortal.Accreditation.Applications;
using DpsPortal.Rules.Standards;

namespace DpsPortal.TestBase;

/// <summary>What two officers do in the fit-and-proper-person test, over HTTP. Both have declared no conflict.</summary>
public sealed class FitnessSteps(PortalClient officer, PortalClient second)
{
    /// <summary>Everybody is interviewed where needed, proposed as fit by the first and confirmed by the second.</summary>
    public async Task<ApplicationDto> SettleEverybodyAsync(ApplicationDto application, DateOnly today)
    {
        foreach (var person in application.FitAndProperTest!.People)
        {
            application = await SettleAsync(application, person, today);
        }

        return application;
    }

    public async Task<ApplicationDto> SettleAsync(ApplicationDto application, PersonFitnessDto person, DateOnly today)
    {
        if (person.Interview is not null)
        {
            application = await InterviewAsync(application, person.PersonId);
        }

        application = await officer.PutAsync<ApplicationDto>(
            Address(application, person.PersonId), AllClear(person, today, application.Version));
        return await second.PostAsync<ApplicationDto>(
            Address(application, person.PersonId) + "/confirm", new VersionDto { Version = application.Version });
    }

    public async Task<ApplicationDto> InterviewAsync(ApplicationDto application, Guid personId)
    {
        var interview = Address(application, personId) + "/interview";
        application = await officer.PostAsync<ApplicationDto>(interview + "/score", Scores(4, application.Version));
        application = await second.PostAsync<ApplicationDto>(interview + "/score", Scores(3, application.Version));
        return await officer.PostAsync<ApplicationDto>(interview + "/agree", Scores(4, application.Version));
    }

    public static string Address(ApplicationDto application, Guid personId) =>
        $"/api/applications/{application.Id}/fit-and-proper-test/people/{personId}";

    public static RecordFitnessDto AllClear(PersonFitnessDto person, DateOnly today, uint version) => new()
    {
        Checks =
        [
            .. person.Checks.Select(check => new RecordFitnessCheckDto
            {
                Kind = check.Kind,
                Result = CheckResult.Clear,
                CheckedOn = today,
                Dbs = check.Kind == FitnessCheckKind.EnhancedDbs ? Certificate(today) : null,
            }),
        ],
        Outcome = FitnessOutcome.Fit,
        Reasons = "Every check is clear.",
        Version = version,
    };

    public static DbsCertificateDto Certificate(DateOnly today) => new()
    {
        Number = "001912345678",
        Level = DbsLevel.EnhancedWithBarredLists,
        IssuedOn = today.AddMonths(-2),
    };

    public static ScoreInterviewDto Scores(int each, uint version) => new()
    {
        Marks = [.. Enum.GetValues<InterviewQuestion>().Select(q => new InterviewMarkDto { Question = q, Score = each })],
        Reasons = "Answered with examples from practice.",
        Version = version,
    };
}
