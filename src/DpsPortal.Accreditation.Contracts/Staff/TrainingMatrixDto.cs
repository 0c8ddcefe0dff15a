using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Staff;

/// <summary>Everybody in post by every topic, and which part of the training is in date today.</summary>
/// <param name="Topics">In the order of the cells of each person.</param>
/// <param name="Needed">People and topics that apply to them, each pair once.</param>
/// <param name="Percent">In date of what is needed, rounded down; null while nobody is listed.</param>
/// <param name="PassPercent">What stage 2 of accreditation asks for.</param>
public sealed record TrainingMatrixDto(
    IReadOnlyList<TrainingTopicDto> Topics, IReadOnlyList<TrainingRowDto> People, int InDate, int Needed, int? Percent,
    int PassPercent);

/// <param name="Months">How long a training counts; less for the safeguarding lead in safeguarding.</param>
/// <param name="Percent">In date of what is needed, rounded down; null where nobody needs it.</param>
public sealed record TrainingTopicDto(TrainingTopic Topic, int Months, int InDate, int Needed, int? Percent);

public sealed record TrainingRowDto(
    Guid StaffId, string Number, string Name, string Role, int? Percent, IReadOnlyList<TrainingCell> Cells);
