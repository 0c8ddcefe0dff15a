using DpsPortal.Framework.Auditing;
using DpsPortal.Organisations.Auditing;
using DpsPortal.Organisations.People;

namespace DpsPortal.Organisations.Accounts;

/// <summary>What happens to a person's account, on record under the person's id: never an address, never a secret.</summary>
internal sealed class AccountAudit(IAuditTrail trail, IRefusalAudit refusals)
{
    public Task DoneAsync(Guid userId, string action, CancellationToken ct, string? before = null, string? after = null) =>
        trail.RecordAsync(nameof(User), userId, new AuditEntry(action, before, after, null), ct);

    /// <param name="userId">Empty where nobody knows whose account was meant.</param>
    public Task RefusedAsync(Guid userId, string action, string code, CancellationToken ct) =>
        refusals.RecordRefusalAsync(nameof(User), userId, action, code, ct);
}
