namespace DpsPortal.Rules.Pricing;

public enum PriceLineKind
{
    /// <summary>A price a week, whatever the hours.</summary>
    Accommodation,

    /// <summary>Support hours within the service, a week.</summary>
    Core,

    /// <summary>One-to-one support hours bought besides, a week.</summary>
    Additional,

    /// <summary>Nights a week with somebody awake.</summary>
    WakingNight,

    /// <summary>Nights a week with somebody asleep on the premises.</summary>
    SleepIn,
}
