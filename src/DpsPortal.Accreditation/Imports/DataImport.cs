using System.Security.Cryptography;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Imports;

/// <summary>
/// A file that one officer checked and proposed and another stores, whole or not at all. Decisions of the time before
/// the portal come with it, so it takes two like a decision. Source: domain §2.6.
/// </summary>
internal sealed class DataImport : AggregateRoot
{
    public DataImport(
        Guid id, Scheme scheme, string fileName, byte[] content, IReadOnlyList<ImportCountDto> creates, Officer officer,
        DateTime now) : base(id)
    {
        (HostAuthorityId, SchemeId) = (scheme.HostAuthorityId, scheme.Id);
        (FileName, Content, Sha256) = (fileName, content, HashOf(content));
        (Creates, ProposedBy, ProposedAt) = (creates, officer, now);
        Record("Propose", after: $"{Words(creates)}; SHA-256 {Sha256}");
    }

    private DataImport()
    {
    }

    public Guid HostAuthorityId { get; private set; }

    public Guid SchemeId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Of the file, in lower-case hex: the same file is imported once.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The file until it is settled; it is full of people's data, so that nothing of it is kept afterwards.</summary>
    public byte[]? Content { get; private set; }

    public DataImportState State { get; private set; }

    /// <summary>As the report of the proposal said.</summary>
    public IReadOnlyList<ImportCountDto> Creates { get; private set; } = [];

    public Officer ProposedBy { get; private set; } = new(Guid.Empty, "");

    public DateTime ProposedAt { get; private set; }

    /// <summary>Who stored or dropped it.</summary>
    public Officer? SettledBy { get; private set; }

    public DateTime? SettledAt { get; private set; }

    public string? DropReason { get; private set; }

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <exception cref="BusinessException">The officer proposed it.</exception>
    public void Confirm(IReadOnlyList<ImportCountDto> creates, Officer officer, DateTime now)
    {
        var to = DataImportStates.Transitions.Fire(State, DataImportTrigger.Confirm);
        if (ProposedBy.Id == officer.Id)
        {
            throw new BusinessException(AccreditationErrorCodes.OwnProposal);
        }

        Creates = creates;
        Settle(DataImportTrigger.Confirm, to, officer, now, Words(creates), null);
    }

    public void Drop(string reason, Officer officer, DateTime now)
    {
        var to = DataImportStates.Transitions.Fire(State, DataImportTrigger.Drop);
        DropReason = reason;
        Settle(DataImportTrigger.Drop, to, officer, now, to.ToString(), reason);
    }

    private void Settle(
        DataImportTrigger trigger, DataImportState to, Officer officer, DateTime now, string after, string? reason)
    {
        Record(trigger.ToString(), State.ToString(), after, reason);
        (State, SettledBy, SettledAt, Content) = (to, officer, now, null);
    }

    private static string Words(IReadOnlyList<ImportCountDto> creates) =>
        string.Join(", ", creates.Select(c => $"{c.Count} {c.What}"));
}

internal static class DataImportStates
{
    public static readonly TransitionTable<DataImportState, DataImportTrigger> Transitions = new()
    {
        { DataImportState.Proposed, DataImportTrigger.Confirm, DataImportState.Stored },
        { DataImportState.Proposed, DataImportTrigger.Drop, DataImportState.Dropped },
    };
}
