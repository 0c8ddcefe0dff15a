using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Staff;

internal static class TrainingView
{
    /// <param name="staff">Whoever has left is passed over.</param>
    /// <param name="today">A London date.</param>
    public static TrainingMatrixDto Of(IReadOnlyList<StaffMember> staff, DateOnly today)
    {
        var rows = staff.Where(s => !(s.Vetting.LeftOn < today))
            .Select(s => (Person: s, Cells: TrainingMatrix.RowOf(s.Vetting, today))).ToList();
        var all = TrainingMatrix.ShareOf(rows.SelectMany(r => r.Cells));
        return new TrainingMatrixDto(
            [.. TrainingTopics.All.Select((rule, i) => ToDto(rule, TrainingMatrix.ShareOf(rows.Select(r => r.Cells[i]))))],
            [
                .. rows.Select(r => new TrainingRowDto(
                    r.Person.Id, r.Person.Number, r.Person.Name, r.Person.Role,
                    TrainingMatrix.ShareOf(r.Cells).Percent, r.Cells)),
            ],
            all.InDate, all.Needed, all.Percent, TrainingMatrix.PassPercent);
    }

    private static TrainingTopicDto ToDto(TrainingRule rule, TrainingShare share) =>
        new(rule.Topic, rule.Months, share.InDate, share.Needed, share.Percent);
}
