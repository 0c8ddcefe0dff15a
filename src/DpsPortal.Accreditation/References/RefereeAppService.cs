using System.Net;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DpsPortal.Accreditation.References;

/// <summary>
/// Row-level security opens to a referee, who belongs to no organisation, the one request whose hash the transaction
/// has named; the tables stay shut to everybody else without an account.
/// </summary>
internal sealed class RefereeAppService(IAccreditationDbContext db, ILinkIntegrationService links, TimeProvider clock)
    : IRefereeAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ReferenceQuestionDto> ReadAsync(ReadReferenceDto input, IPAddress? from, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var request = await OpenAsync(transaction, input.Token, "Read", from, ct);
        return new ReferenceQuestionDto(
            request.ProviderName, request.SchemeName, request.HostAuthorityName, request.RefereeName,
            request.AuthorityName, request.Setting, request.Claim, request.ExpiresAt!.Value);
    }

    public async Task<ReferenceReceiptDto> GiveAsync(GiveReferenceDto input, IPAddress? from, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var request = await OpenAsync(transaction, input.Token, "Give", from, ct);
        var now = Now;
        db.GivenReferences.Add(request.Give(input, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new ReferenceReceiptDto(now, request.ProviderName, request.HostAuthorityName);
    }

    /// <exception cref="BusinessException">One and the same for every link that opens nothing.</exception>
    private async Task<ReferenceRequest> OpenAsync(
        IDbContextTransaction transaction, string token, string action, IPAddress? from, CancellationToken ct)
    {
        var hash = links.HashOf(token, from);
        await db.Database.ExecuteSqlAsync($"select set_config('app.link', {hash}, true)", ct);
        var request = await db.ReferenceRequests.SingleOrDefaultAsync(r => r.TokenHash == hash, ct);
        if (request?.IsOpen(Now) == true)
        {
            return request;
        }

        await transaction.RollbackAsync(ct);
        await links.RefusedAsync(
            nameof(ReferenceRequest), request?.Id ?? Guid.Empty, action, AccreditationErrorCodes.ReferenceLinkNotValid,
            from, ct);
        throw new BusinessException(AccreditationErrorCodes.ReferenceLinkNotValid);
    }
}
