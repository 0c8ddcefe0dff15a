using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.OfstedRecords;

/// <summary>Where a register differs from what we hold of a provider: a task for an officer, settled with a reason.</summary>
internal sealed class OfstedDifference : AggregateRoot
{
    public OfstedDifference(Guid hostAuthorityId, Guid providerId, RegisterDifferenceDto found, DateOnly asOf, DateTime now)
        : base(Guid.CreateVersion7())
    {
        (HostAuthorityId, ProviderId, ProviderName) = (hostAuthorityId, providerId, found.ProviderName);
        (Urn, Kind, Ours, Theirs) = (found.Urn, found.Kind, found.Ours, found.Theirs);
        (AsOf, FoundAt) = (asOf, now);
        Record("Find", after: State.ToString(), reason: $"{Kind}: we hold \"{Ours}\", the register says \"{Theirs}\".");
    }

    private OfstedDifference()
    {
    }

    public Guid HostAuthorityId { get; private set; }

    public Guid ProviderId { get; private set; }

    public string ProviderName { get; private set; } = "";

    public string Urn { get; private set; } = "";

    public OfstedDifferenceKind Kind { get; private set; }

    public string Ours { get; private set; } = "";

    public string Theirs { get; private set; } = "";

    /// <summary>The register's day, London.</summary>
    public DateOnly AsOf { get; private set; }

    public DateTime FoundAt { get; private set; }

    public OfstedDifferenceState State { get; private set; } = OfstedDifferenceState.Open;

    public string? Resolution { get; private set; }

    /// <summary>Null when a later register settled it.</summary>
    public Officer? ResolvedBy { get; private set; }

    public DateTime? ResolvedAt { get; private set; }

    /// <summary>A newer register says so too, or something else.</summary>
    public void SeeAgain(RegisterDifferenceDto found, DateOnly asOf)
    {
        if (Theirs != found.Theirs || Ours != found.Ours)
        {
            Record("SeeAgain", Theirs, found.Theirs);
        }

        (Ours, Theirs, AsOf) = (found.Ours, found.Theirs, asOf);
    }

    public void Resolve(string reason, Officer officer, DateTime now)
    {
        var to = OfstedDifferenceStates.Transitions.Fire(State, OfstedDifferenceTrigger.Resolve);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new InvalidInputException("reason", "Say what you did about it.");
        }

        Settle(OfstedDifferenceTrigger.Resolve, to, reason, now);
        ResolvedBy = officer;
    }

    public void Agree(string reason, DateTime now) => Settle(
        OfstedDifferenceTrigger.Agree,
        OfstedDifferenceStates.Transitions.Fire(State, OfstedDifferenceTrigger.Agree),
        reason, now);

    public OfstedDifferenceDto ToDto() => new(
        Id, ProviderId, ProviderName, Urn, Kind, Ours, Theirs, AsOf, FoundAt, State, Resolution, ResolvedBy?.Name,
        ResolvedAt, Version);

    private void Settle(OfstedDifferenceTrigger trigger, OfstedDifferenceState to, string reason, DateTime now)
    {
        Record(trigger.ToString(), State.ToString(), to.ToString(), reason);
        (State, Resolution, ResolvedAt) = (to, reason, now);
    }
}
