namespace DpsPortal.Rules.Standards;

/// <summary>One person's entry for one topic: the day of the latest training, or that the work does without it.</summary>
public sealed record StaffTraining
{
    public required TrainingTopic Topic { get; init; }

    /// <summary>A London date; null when the training is not needed.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Only where the topic may not apply.</summary>
    public bool NotNeeded { get; init; }
}
