using DpsPortal.Tendering.AwardRecords;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.Tendering.Questions;
using DpsPortal.Tendering.Referrals;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering;

internal static class TenderingModelBuilder
{
    public static void ApplyTendering(this ModelBuilder builder)
    {
        builder.ApplyConfiguration(new ReferralConfiguration());
        builder.ApplyConfiguration(new ReferralSecretConfiguration());
        builder.ApplyConfiguration(new CallOffConfiguration());
        builder.ApplyConfiguration(new InvitationConfiguration());
        builder.ApplyConfiguration(new OpeningReminderConfiguration());
        builder.ApplyConfiguration(new BidConfiguration());
        builder.ApplyConfiguration(new BidVersionConfiguration());
        builder.ApplyConfiguration(new DraftKeyConfiguration());
        builder.ApplyConfiguration(new BidReceiptConfiguration());
        builder.ApplyConfiguration(new BoxKeyConfiguration());
        builder.ApplyConfiguration(new OpenerRequestConfiguration());
        builder.ApplyConfiguration(new ReleasedBidConfiguration());
        builder.ApplyConfiguration(new ClosedBoxConfiguration());
        builder.ApplyConfiguration(new BoxLeavesConfiguration());
        builder.ApplyConfiguration(new BoxOpeningConfiguration());
        builder.ApplyConfiguration(new OpenedBidConfiguration());
        builder.ApplyConfiguration(new ScoreSheetConfiguration());
        builder.ApplyConfiguration(new BidScoreConfiguration());
        builder.ApplyConfiguration(new ConflictDeclarationConfiguration());
        builder.ApplyConfiguration(new PriceQuestionConfiguration());
        builder.ApplyConfiguration(new EarlierUseConfiguration());
        builder.ApplyConfiguration(new QuestionConfiguration());
        builder.ApplyConfiguration(new QuestionAskerConfiguration());
        builder.ApplyConfiguration(new OutcomeLetterConfiguration());
        builder.ApplyConfiguration(new AwardRecordConfiguration());
    }
}
