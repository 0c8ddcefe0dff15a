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
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DpsPortal.Tendering;

/// <summary>This module's tables.</summary>
internal interface ITenderingDbContext
{
    DbSet<Referral> Referrals { get; }

    DbSet<ReferralSecret> ReferralSecrets { get; }

    DbSet<CallOff> CallOffs { get; }

    DbSet<Invitation> Invitations { get; }

    DbSet<OpeningReminder> OpeningReminders { get; }

    DbSet<Bid> Bids { get; }

    DbSet<BidVersion> BidVersions { get; }

    DbSet<DraftKey> DraftKeys { get; }

    DbSet<BoxKeyRecord> BoxKeys { get; }

    DbSet<OpenerRequest> OpenerRequests { get; }

    DbSet<ReleasedBid> ReleasedBids { get; }

    DbSet<BidReceipt> BidReceipts { get; }

    DbSet<ClosedBox> ClosedBoxes { get; }

    DbSet<BoxLeaves> BoxLeaves { get; }

    DbSet<BoxOpening> BoxOpenings { get; }

    DbSet<OpenedBid> OpenedBids { get; }

    DbSet<ScoreSheet> ScoreSheets { get; }

    DbSet<BidScore> BidScores { get; }

    DbSet<ConflictDeclaration> ConflictDeclarations { get; }

    DbSet<PriceQuestion> PriceQuestions { get; }

    DbSet<EarlierUse> EarlierUses { get; }

    DbSet<Question> Questions { get; }

    DbSet<QuestionAsker> QuestionAskers { get; }

    DbSet<OutcomeLetter> OutcomeLetters { get; }

    DbSet<AwardRecord> AwardRecords { get; }

    DatabaseFacade Database { get; }

    Task<int> SaveChangesAsync(CancellationToken ct);
}
