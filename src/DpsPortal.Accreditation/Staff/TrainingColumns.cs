using System.Text.Json;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Staff;

/// <summary>The columns of a staff file that hold training, one a topic: <c>first_aid</c> and the others.</summary>
internal static class TrainingColumns
{
    /// <summary>Stands in place of a date where the topic may not apply to somebody.</summary>
    private const string NotNeeded = "not needed";

    public static readonly IReadOnlyList<string> All = [.. TrainingTopics.Entered.Select(r => NameOf(r.Topic))];

    public static bool IsNotNeeded(string cell) => cell.Trim().Equals(NotNeeded, StringComparison.OrdinalIgnoreCase);

    public static string NameOf(TrainingTopic topic) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{topic}");

    /// <summary>What a form calls the entry: <c>trainings.firstAid</c>.</summary>
    public static string FieldOf(TrainingTopic topic) =>
        $"trainings.{JsonNamingPolicy.CamelCase.ConvertName($"{topic}")}";

    /// <returns>The column of a field; null for one that holds no training.</returns>
    public static string? ColumnOf(string field) => TrainingTopics.Entered
        .Where(r => FieldOf(r.Topic) == field).Select(r => NameOf(r.Topic)).FirstOrDefault();

    /// <summary>
    /// A file without a topic's column says nothing about that topic: what stood of it stays, so that a list made from
    /// an older template takes no training away.
    /// </summary>
    public static IReadOnlyList<StaffTraining> Merge(
        IReadOnlyList<StaffTraining> stood, IReadOnlyList<StaffTraining> read, Func<string, bool> hasColumn) =>
        [.. stood.Where(t => !hasColumn(NameOf(t.Topic))).Concat(read).OrderBy(t => t.Topic)];
}
