using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.OfstedRecords;

/// <summary>What Ofsted said of a provider on a day, as an officer read it. Written once; a newer one follows it.</summary>
internal sealed class OfstedStatus : AggregateRoot
{
    /// <param name="today">London.</param>
    /// <exception cref="InvalidInputException">A day to come, or an inspection half told.</exception>
    public OfstedStatus(
        Guid hostAuthorityId, Guid providerId, RecordOfstedStatusDto input, Officer officer, DateTime now,
        DateOnly today)
        : base(Guid.CreateVersion7())
    {
        if (input.AsOf > today)
        {
            throw new InvalidInputException("asOf", "Enter the day on which Ofsted said so, today or earlier.");
        }

        if (input.Outcome is null != (input.OutcomeOn is null))
        {
            throw new InvalidInputException("outcomeOn", "Enter the outcome and the day of the inspection together.");
        }

        if (input.OutcomeOn > input.AsOf)
        {
            throw new InvalidInputException("outcomeOn", "An inspection is not later than the day Ofsted said so.");
        }

        (HostAuthorityId, ProviderId) = (hostAuthorityId, providerId);
        (Registration, Outcome, OutcomeOn) = (input.Registration, input.Outcome, input.OutcomeOn);
        (AsOf, Note) = (input.AsOf, input.Note);
        (RecordedBy, RecordedAt) = (officer, now);
        Record(
            "Record",
            after: $"{Registration}, {Outcome?.ToString() ?? "no outcome"}, as of "
                + AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private OfstedStatus()
    {
    }

    public Guid HostAuthorityId { get; private set; }

    public Guid ProviderId { get; private set; }

    public OfstedRegistration Registration { get; private set; }

    public OfstedOutcome? Outcome { get; private set; }

    public DateOnly? OutcomeOn { get; private set; }

    public DateOnly AsOf { get; private set; }

    public string? Note { get; private set; }

    public Officer RecordedBy { get; private set; } = new(Guid.Empty, "");

    public DateTime RecordedAt { get; private set; }

    public OfstedStatusDto ToDto() =>
        new(Registration, Outcome, OutcomeOn, AsOf, Note, RecordedBy.Name, RecordedAt);
}
