namespace DpsPortal.Tendering.CallOffs;

/// <summary>Homes that were used before the portal (fact 23).</summary>
internal sealed partial class CallOff
{
    /// <summary>
    /// What is said of an earlier use moves it, and with it the version: nobody proposes past what they have not read.
    /// </summary>
    public DateTime? EarlierUseSaidAt { get; private set; }

    /// <param name="label">Of the bid, e.g. <c>Bid A</c>.</param>
    /// <param name="now">Database time.</param>
    public void RecordEarlierUse(string label, DateOnly usedFrom, string reason, DateTime now) => Fire(
        CallOffTrigger.RecordEarlierUse, () => EarlierUseSaidAt = now,
        $"{label}, since {Sentences.Day(usedFrom)}: {reason}");

    /// <inheritdoc cref="RecordEarlierUse"/>
    public void TakeBackEarlierUse(string label, DateTime now) =>
        Fire(CallOffTrigger.TakeBackEarlierUse, () => EarlierUseSaidAt = now, label);
}
