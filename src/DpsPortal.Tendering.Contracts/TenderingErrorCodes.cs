namespace DpsPortal.Tendering;

public static class TenderingErrorCodes
{
    public const string UnderSixteen = "Tendering:UnderSixteen";
    public const string DeprivationOfLiberty = "Tendering:DeprivationOfLiberty";
    public const string DuplicateSearch = "Tendering:DuplicateSearch";
    public const string ReferralIncomplete = "Tendering:ReferralIncomplete";
    public const string CallOffStillLive = "Tendering:CallOffStillLive";
    public const string LotNotSuitable = "Tendering:LotNotSuitable";
    public const string NotMemberAuthority = "Tendering:NotMemberAuthority";
    public const string SchemeEnded = "Tendering:SchemeEnded";
    public const string WeightsMustTotal100 = "Tendering:WeightsMustTotal100";
    public const string BiddingPeriodTooLong = "Tendering:BiddingPeriodTooLong";
    public const string BiddingPeriodTooShort = "Tendering:BiddingPeriodTooShort";
    public const string MoveInPast = "Tendering:MoveInPast";
    public const string NoMembers = "Tendering:NoMembers";
    public const string OwnDraft = "Tendering:OwnDraft";
    public const string DeadlineNotReached = "Tendering:DeadlineNotReached";
    public const string DeadlinePassed = "Tendering:DeadlinePassed";
    public const string CallOffNotOpen = "Tendering:CallOffNotOpen";
    public const string TooLateToExtend = "Tendering:TooLateToExtend";
    public const string QuestionsClosed = "Tendering:QuestionsClosed";
    public const string TooManyQuestions = "Tendering:TooManyQuestions";
    public const string BidsSealed = "Tendering:BidsSealed";
    public const string SecondOpenerNeeded = "Tendering:SecondOpenerNeeded";
    public const string BidIncomplete = "Tendering:BidIncomplete";
    public const string PriceAboveRateCard = "Tendering:PriceAboveRateCard";
    public const string TotalMismatch = "Tendering:TotalMismatch";
    public const string IdempotencyKeyReused = "Tendering:IdempotencyKeyReused";
    public const string BidWithdrawnSince = "Tendering:BidWithdrawnSince";
    public const string WithdrawFirst = "Tendering:WithdrawFirst";
    public const string ScoreOfColleague = "Tendering:ScoreOfColleague";
    public const string ScoreStands = "Tendering:ScoreStands";
    public const string ScoresIncomplete = "Tendering:ScoresIncomplete";
    public const string ConflictDeclared = "Tendering:ConflictDeclared";
    public const string ConflictDeclarationNeeded = "Tendering:ConflictDeclarationNeeded";
    public const string NotAwardable = "Tendering:NotAwardable";
    public const string NotFirst = "Tendering:NotFirst";
    public const string PriceNotAsked = "Tendering:PriceNotAsked";
    public const string PriceNotAnswered = "Tendering:PriceNotAnswered";
    public const string PriceQuestionClosed = "Tendering:PriceQuestionClosed";
    public const string PriceQuestionOpen = "Tendering:PriceQuestionOpen";
    public const string PriceQuestionTakenBack = "Tendering:PriceQuestionTakenBack";
    public const string NotYourProposal = "Tendering:NotYourProposal";
    public const string OwnProposal = "Tendering:OwnProposal";
    public const string PriceIsHighest = "Tendering:PriceIsHighest";
    public const string OwnPriceDecision = "Tendering:OwnPriceDecision";
}
