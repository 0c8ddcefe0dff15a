using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.References;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Accommodation;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Journey;

/// <summary>What two officers of the host authority do, from the scheme to the accreditation.</summary>
internal sealed class HostSteps(PortalFixture portal, PortalClient officer, PortalClient second)
{
    public Task<SchemeDto> RecordLightTouchSchemeAsync(params Guid[] memberAuthorityIds) =>
        second.PostAsync<SchemeDto>("/api/schemes", new RecordSchemeDto
        {
            Name = "Thames & Fen light-touch supported accommodation",
            Reference = $"TF-LT-{Guid.NewGuid():N}"[..16],
            Regime = Regime.PcrLightTouch,
            ContractNoticeDate = new DateOnly(2021, 3, 1),
            StartsOn = new DateOnly(2021, 5, 1),
            EndsOn = new DateOnly(2029, 2, 23),
            AdmissionMode = AdmissionMode.Continuous,
            TenderTimeBasis = TenderTimeBasis.LightTouchPublished,
            MinimumTenderMinutes = 10,
            MutualAgreementFromAllMembers = false,
            Lots =
            [
                .. Enum.GetValues<OfstedCategory>().Select(category => new RecordLotDto
                {
                    Name = category.ToString(), Category = category, Admits16To17 = true,
                }),
            ],
            MemberAuthorityIds = memberAuthorityIds,
        });

    /// <summary>Membership, within the legal clock and on the questionnaire alone.</summary>
    public async Task<ApplicationDto> AdmitAsync(ApplicationDto application, Guid lotId)
    {
        await ApplicationJourney.DeclareNoConflictAsync(officer, application);
        await ApplicationJourney.DeclareNoConflictAsync(second, application);
        application = await PostAsync(officer, application, "start-evaluation", Version);
        application = await PostAsync(officer, application, "membership/propose", version => new ProposeMembershipDto
        {
            Outcome = MembershipOutcome.Admit,
            LotIds = [lotId],
            Reasons = "The questionnaire is complete and meets every criterion of the lot.",
            Version = version,
        });
        return await PostAsync(second, application, "membership/confirm", Version);
    }

    /// <summary>Each of the references counts once somebody has asked who gave it.</summary>
    public async Task AcceptReferencesAsync(ApplicationDto application)
    {
        var path = $"/api/applications/{application.Id}/references";
        foreach (var reference in (await officer.GetAsync<ReferencesDto>(path)).References)
        {
            await officer.PostAsync<ReferencesDto>(
                $"{path}/{reference.Id}/accept",
                new AcceptReferenceDto
                {
                    AuthorityName = reference.AuthorityName,
                    HowKnown = "Rang the switchboard and was put through.",
                    Version = reference.Version,
                });
        }
    }

    public async Task<ApplicationDto> TestPeopleAsync(ApplicationDto application, DateOnly today)
    {
        application = await PostAsync(officer, application, "fit-and-proper-test/open", Version);
        application = await new FitnessSteps(officer, second).SettleEverybodyAsync(application, today);
        return await PostAsync(officer, application, "fit-and-proper-test/close", Passed("Everybody was found fit."));
    }

    public async Task<ApplicationDto> ReviewPaperworkAsync(ApplicationDto application)
    {
        application = await officer.PutAsync<ApplicationDto>(
            $"/api/applications/{application.Id}/safer-recruitment",
            new RecordSaferRecruitmentDto
            {
                Items =
                [
                    .. application.SaferRecruitment!.Items.Select(item => new RecordSaferRecruitmentItemDto
                    {
                        Id = item.Id, Result = ComplianceResult.Compliant,
                    }),
                ],
                Version = application.Version,
            });
        return await PostAsync(officer, application, "safer-recruitment/close", version => new CloseSaferRecruitmentDto
        {
            Outcome = SaferRecruitmentOutcome.Pass,
            Reasons = "The single central record is complete.",
            RecordRead = "On the provider’s own system, at its office.",
            Version = version,
        });
    }

    /// <summary>Books a visit for tomorrow, moves the clock to it and answers the whole checklist.</summary>
    public async Task<VisitDto> VisitAsync(ApplicationDto application, Guid premisesId)
    {
        var visit = await officer.PostAsync<VisitDto>("/api/visits", new BookVisitDto
        {
            PremisesId = premisesId,
            ApplicationId = application.Id,
            ScheduledAt = new DateTimeOffset(await portal.Clock.NowAsync(), TimeSpan.Zero).AddDays(1),
            Mode = VisitMode.InPerson,
            Notice = VisitNotice.Announced,
        });
        await portal.DrainOutboxAsync();
        await portal.Clock.AdvanceAsync(TimeSpan.FromHours(25));
        visit = await officer.PutAsync<VisitDto>($"/api/visits/{visit.Id}/answers", new SaveVisitAnswersDto
        {
            Revision = visit.Revision + 1,
            Answers =
            [
                .. visit.Sections.SelectMany(section => section.Items).Select(item => new VisitAnswerDto
                {
                    ItemId = item.Id,
                    PlaceId = item.PlaceId,
                    Result = VisitItemResult.Pass,
                    MeasuredArea = item.MeasuresArea ? 8.75m : null,
                }),
            ],
        });
        return await officer.PostAsync<VisitDto>($"/api/visits/{visit.Id}/complete", new CompleteVisitDto
        {
            Summary = "A calm, well-kept home.",
            Version = visit.Version,
        });
    }

    public async Task<ApplicationDto> CloseVisitsAsync(ApplicationDto application) =>
        await PostAsync(
            officer, await ReadAsync(application.Id), "property-visit/close", Passed("Every home passed its visit."));

    public async Task<ApplicationDto> AccreditAsync(ApplicationDto application)
    {
        application = await PostAsync(officer, application, "accreditation/propose", version => new ProposeAccreditationDto
        {
            Outcome = AccreditationOutcome.Accredit,
            Reasons = "All five stages are passed.",
            Version = version,
        });
        return await PostAsync(second, application, "accreditation/confirm", Version);
    }

    public Task<ApplicationDto> ReadAsync(Guid id) => officer.GetAsync<ApplicationDto>($"/api/applications/{id}");

    private static async Task<ApplicationDto> PostAsync(
        PortalClient by, ApplicationDto application, string move, Func<uint, object> input) =>
        await by.PostAsync<ApplicationDto>($"/api/applications/{application.Id}/{move}", input(application.Version));

    private static object Version(uint version) => new VersionDto { Version = version };

    private static Func<uint, object> Passed(string reasons) =>
        version => new CloseStageDto { Passed = true, Reasons = reasons, Version = version };
}
