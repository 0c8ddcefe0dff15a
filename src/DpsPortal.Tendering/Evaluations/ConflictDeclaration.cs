using DpsPortal.Framework.Domain;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>
/// What one officer said about their own conflict of interest in one call-off. Source: PCR 2015, reg. 24 (fact 14).
/// </summary>
internal sealed class ConflictDeclaration : AggregateRoot
{
    public ConflictDeclaration(Guid callOffId, Guid authorityId, Guid userId) : base(Guid.NewGuid())
    {
        CallOffId = callOffId;
        AuthorityId = authorityId;
        UserId = userId;
    }

    private ConflictDeclaration()
    {
    }

    public Guid CallOffId { get; private set; }
    public Guid AuthorityId { get; private set; }
    public Guid UserId { get; private set; }
    public bool HasConflict { get; private set; }
    public string? Details { get; private set; }
    public DateTime DeclaredAt { get; private set; }

    /// <exception cref="BusinessException">A "yes" is not taken back: it has locked the person out.</exception>
    public void Declare(bool hasConflict, string? details, DateTime now)
    {
        if (HasConflict && !hasConflict)
        {
            throw new BusinessException(TenderingErrorCodes.ConflictDeclared);
        }

        Record("Declare", after: hasConflict ? "Conflict" : "NoConflict");
        (HasConflict, Details, DeclaredAt) = (hasConflict, details, now);
    }
}
