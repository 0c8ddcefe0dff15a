namespace DpsPortal.Rules.Standards;

public enum TrainingStatus
{
    InDate,
    OutOfDate,
    None,
    NotNeeded,
}

/// <param name="On">The day of the latest training; null where there is none.</param>
/// <param name="Until">The last day on which it counts.</param>
public sealed record TrainingCell(TrainingTopic Topic, TrainingStatus Status, DateOnly? On = null, DateOnly? Until = null);

/// <param name="Needed">People and topics that apply to them, each pair once.</param>
public sealed record TrainingShare(int InDate, int Needed)
{
    /// <summary>Rounded down, so that what reads 90 has reached 90; null while nobody needs any.</summary>
    public int? Percent => Needed == 0 ? null : InDate * 100 / Needed;
}

/// <summary>Who is trained in what, and which part of it is in date. Source: domain §2.4.</summary>
public static class TrainingMatrix
{
    /// <summary>In date of what is needed, in per cent, to pass. Source: domain §2.4.</summary>
    public const int PassPercent = 90;

    /// <param name="on">A London date. Training of a later day has not happened and does not count.</param>
    public static TrainingCell CellOf(StaffVetting staff, TrainingTopic topic, DateOnly on)
    {
        var entry = staff.Trainings.FirstOrDefault(t => t.Topic == topic);
        if (entry?.NotNeeded == true && TrainingTopics.Of(topic).MayNotApply)
        {
            return new TrainingCell(topic, TrainingStatus.NotNeeded);
        }

        if ((topic == TrainingTopic.Safeguarding ? staff.SafeguardingTrainedOn : entry?.On) is not { } day || day > on)
        {
            return new TrainingCell(topic, TrainingStatus.None);
        }

        var until = day.AddMonths(TrainingTopics.MonthsFor(topic, staff.SafeguardingLead));
        return new TrainingCell(topic, until < on ? TrainingStatus.OutOfDate : TrainingStatus.InDate, day, until);
    }

    /// <returns>A cell a topic, in the order of the topics.</returns>
    public static IReadOnlyList<TrainingCell> RowOf(StaffVetting staff, DateOnly on) =>
        [.. TrainingTopics.All.Select(r => CellOf(staff, r.Topic, on))];

    /// <summary>Of those in post: whoever has left needs no training.</summary>
    public static TrainingShare ShareOf(IEnumerable<StaffVetting> staff, DateOnly on) =>
        ShareOf(staff.Where(s => !(s.LeftOn < on)).SelectMany(s => RowOf(s, on)));

    public static TrainingShare ShareOf(IEnumerable<TrainingCell> cells)
    {
        var needed = cells.Where(c => c.Status != TrainingStatus.NotNeeded).ToList();
        return new TrainingShare(needed.Count(c => c.Status == TrainingStatus.InDate), needed.Count);
    }
}
