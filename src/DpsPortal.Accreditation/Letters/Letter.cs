using DpsPortal.Accreditation.Appeals;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Letters;

/// <summary>A decision letter as issued. It is written once and never changes.</summary>
internal sealed class Letter : Entity
{
    public Letter(
        Guid id, Guid applicationId, Guid providerId, Guid hostAuthorityId, LetterText text, DateTime issuedAt)
        : base(id)
    {
        (ApplicationId, ProviderId, HostAuthorityId) = (applicationId, providerId, hostAuthorityId);
        (Text, IssuedAt) = (text, issuedAt);
    }

    /// <summary>A decision that can be appealed, by whom it was made, and for an action on a member which.</summary>
    public Letter AppealableAs(AppealSubject subject, IEnumerable<Guid> decidedBy, Guid? memberActionId = null)
    {
        (Subject, DecidedBy, MemberActionId) = (subject, [.. decidedBy.Distinct()], memberActionId);
        AppealUntil = WorkingDays.DueDate(IssuedAt, Appeal.LodgeDays);
        return this;
    }

    private Letter()
    {
    }

    public Guid ApplicationId { get; private init; }

    public Guid ProviderId { get; private init; }

    public Guid HostAuthorityId { get; private init; }

    /// <summary>Instant, UTC.</summary>
    public DateTime IssuedAt { get; private init; }

    public LetterText Text { get; private init; } = new("", "", "", [], []);

    public AppealSubject? Subject { get; private set; }

    /// <summary>Last day to appeal, London; null when there is nothing to appeal against.</summary>
    public DateOnly? AppealUntil { get; private set; }

    public IReadOnlyList<Guid> DecidedBy { get; private set; } = [];

    public Guid? MemberActionId { get; private set; }

    public LetterDto ToDto() => new(
        Id, Text.Kind, Text.Title, Text.Recipient, IssuedAt, Text.Paragraphs, Text.Rows);
}

/// <param name="Rows">A table of facts, its first row the heading.</param>
internal sealed record LetterText(
    string Kind, string Title, string Recipient, IReadOnlyList<string> Paragraphs,
    IReadOnlyList<IReadOnlyList<string>> Rows);
