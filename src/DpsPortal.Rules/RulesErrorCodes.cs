namespace DpsPortal.Rules;

public static class RulesErrorCodes
{
    public static class Calendar
    {
        public const string WorkingDaysOutOfRange = "Rules:Calendar:WorkingDaysOutOfRange";
        public const string DateOutOfRange = "Rules:Calendar:DateOutOfRange";
        public const string LocalTimeDoesNotExist = "Rules:Calendar:LocalTimeDoesNotExist";
        public const string LocalTimeIsAmbiguous = "Rules:Calendar:LocalTimeIsAmbiguous";
    }

    public static class Pricing
    {
        public const string NegativeAmount = "Rules:Pricing:NegativeAmount";
        public const string TooManyDecimals = "Rules:Pricing:TooManyDecimals";
        public const string AmountTooLarge = "Rules:Pricing:AmountTooLarge";
        public const string NegativeNights = "Rules:Pricing:NegativeNights";
        public const string EndBeforeStart = "Rules:Pricing:EndBeforeStart";
        public const string NoPriceOnFirstNight = "Rules:Pricing:NoPriceOnFirstNight";
        public const string TwoPricesFromOneDate = "Rules:Pricing:TwoPricesFromOneDate";
        public const string WeeksOutOfRange = "Rules:Pricing:WeeksOutOfRange";
    }

    public static class Scoring
    {
        public const string UnknownPriceModel = "Rules:Scoring:UnknownPriceModel";
        public const string NegativeWeight = "Rules:Scoring:NegativeWeight";
        public const string WeightsNotOneHundred = "Rules:Scoring:WeightsNotOneHundred";
        public const string FixedPriceCarriesNoWeight = "Rules:Scoring:FixedPriceCarriesNoWeight";
        public const string CeilingMissing = "Rules:Scoring:CeilingMissing";
        public const string IdMissing = "Rules:Scoring:IdMissing";
        public const string CriterionRepeated = "Rules:Scoring:CriterionRepeated";
        public const string MinimumScoreOutOfRange = "Rules:Scoring:MinimumScoreOutOfRange";
        public const string UnknownCriterion = "Rules:Scoring:UnknownCriterion";
        public const string BidRepeated = "Rules:Scoring:BidRepeated";
        public const string NegativeCost = "Rules:Scoring:NegativeCost";
        public const string ScoreMissing = "Rules:Scoring:ScoreMissing";
        public const string ScoreOutOfRange = "Rules:Scoring:ScoreOutOfRange";
    }

    public static class Standards
    {
        public const string AreaOutOfRange = "Rules:Standards:AreaOutOfRange";
        public const string PeriodEndsBeforeItStarts = "Rules:Standards:PeriodEndsBeforeItStarts";
    }
}
