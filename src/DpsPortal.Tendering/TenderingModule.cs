using DpsPortal.Framework.Application;
using DpsPortal.Framework.Events;
using DpsPortal.Framework.Localization;
using DpsPortal.Tendering.AwardRecords;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Integration;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.Tendering.Questions;
using DpsPortal.Tendering.Referrals;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Tendering;

/// <summary>Referrals, call-offs, sealed bids, evaluation, award.</summary>
public static class TenderingModule
{
    public static IServiceCollection AddTendering(this IServiceCollection services, IConfiguration configuration) => services
        .AddValidation()
        .AddPermissions(TenderingPermissions.Grants)
        .AddErrorTexts(typeof(TenderingPermissions))
        .AddReferrals()
        .AddCallOffs()
        .AddBids()
        .AddBoxes()
        .AddEvaluations()
        .AddPriceQuestions()
        .AddEarlierUses()
        .AddQuestions()
        .AddSingleton(_ => new PortalKey(configuration["Data:Path"]))
        .AddSingleton(_ => new OpenerRootKey(configuration["Opener:RootKey"]))
        .AddScoped<TenderingMail>()
        .AddScoped<ITodaySource, CallOffToday>()
        .AddScoped<ITodaySource, OpportunityToday>()
        .AddScoped<ITodaySource, PriceQuestionToday>()
        .AddScoped<ITodaySource, QuestionToday>()
        .AddEventHandler<CallOffPublishedEto, TenderingNews>()
        .AddEventHandler<CallOffCancelledEto, TenderingNews>()
        .AddEventHandler<LettersReleasedEto, TenderingNews>()
        .AddEventHandler<PriceQuestionedEto, TenderingNews>()
        .AddEventHandler<BoxClosedEto, BoxNews>()
        .AddEventHandler<OpeningOverdueEto, BoxNews>()
        .AddEventHandler<CallOffExtendedEto, QuestionNews>()
        .AddEventHandler<QuestionAskedEto, QuestionNews>()
        .AddEventHandler<QuestionAnsweredEto, QuestionNews>()
        .AddPeriodicWorker<CloseDueCallOffs>()
        .AddPeriodicWorker<RemindOfOpening>();

    public static void MapTendering(this IEndpointRouteBuilder routes)
    {
        routes.MapReferrals();
        routes.MapCallOffs();
        routes.MapEvaluations();
        routes.MapScoring();
        routes.MapAwardRecords();
        routes.MapPriceQuestions();
        routes.MapEarlierUses();
        routes.MapQuestions();
        routes.MapBids();
        routes.MapBoxes();
    }

    private static IServiceCollection AddReferrals(this IServiceCollection services) => services
        .AddScoped<IReferralAppService, ReferralAppService>()
        .AddScoped<CaseNumbers>()
        .AddScoped<ReferralOutcomes>();

    private static IServiceCollection AddCallOffs(this IServiceCollection services) => services
        .AddScoped<ICallOffAppService, CallOffAppService>()
        .AddScoped<CallOffReader>()
        .AddScoped<CallOffPublisher>()
        .AddScoped<LotRules>()
        .AddScoped<CallOffCloser>();

    private static IServiceCollection AddBids(this IServiceCollection services) => services
        .AddScoped<IOpportunityAppService, OpportunityAppService>()
        .AddScoped<IBidAppService, BidAppService>()
        .AddScoped<OpportunityReader>()
        .AddScoped<BidChecks>()
        .AddScoped<BidderWarnings>()
        .AddScoped<BidDrafts>()
        .AddScoped<BidBox>();

    private static IServiceCollection AddBoxes(this IServiceCollection services) => services
        .AddScoped<IReceiptAppService, ReceiptAppService>()
        .AddScoped<IBoxAppService, BoxAppService>()
        .AddScoped<BoxKeeper>()
        .AddScoped<OpenerDesk>();

    private static IServiceCollection AddEvaluations(this IServiceCollection services) => services
        .AddScoped<IEvaluationAppService, EvaluationAppService>()
        .AddScoped<IScoringAppService, ScoringAppService>()
        .AddScoped<IAgreementAppService, AgreementAppService>()
        .AddScoped<IAwardAppService, AwardAppService>()
        .AddScoped<IAwardRecordAppService, AwardRecordAppService>()
        .AddScoped<AwardRecorder>()
        .AddScoped<EvaluationReader>()
        .AddScoped<EvaluationBook>()
        .AddScoped<Evaluators>()
        .AddScoped<ICallOffInterests, CallOffInterests>();

    private static IServiceCollection AddPriceQuestions(this IServiceCollection services) => services
        .AddScoped<IPriceQuestionAppService, PriceQuestionAppService>()
        .AddScoped<IPriceAnswerAppService, PriceAnswerAppService>();

    private static IServiceCollection AddEarlierUses(this IServiceCollection services) => services
        .AddScoped<IEarlierUseAppService, EarlierUseAppService>()
        .AddScoped<HomesInUse>();

    private static IServiceCollection AddQuestions(this IServiceCollection services) => services
        .AddScoped<IQuestionAppService, QuestionAppService>()
        .AddScoped<IBidderQuestionAppService, BidderQuestionAppService>();
}
