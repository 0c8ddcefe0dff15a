namespace DpsPortal.Framework.Application;

/// <summary>A letter as issued. It never changes afterwards and holds no child's data.</summary>
/// <param name="Recipient">The organisation it is addressed to.</param>
/// <param name="IssuedAt">Instant, UTC; letters of one decision share it.</param>
/// <param name="Rows">A table of scores or facts; its first row is the heading. Empty for none.</param>
/// <param name="Signature">Who signs, in lines: name, role, authority. Null for letters issued before they had one.</param>
public sealed record LetterDto(
    Guid Id, string Kind, string Title, string Recipient, DateTime IssuedAt, IReadOnlyList<string> Paragraphs,
    IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string>? Signature = null);
