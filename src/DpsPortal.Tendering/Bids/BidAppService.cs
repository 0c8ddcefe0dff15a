using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Sealing;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Bids;

internal sealed class BidAppService(
    ITenderingDbContext db, OpportunityReader reader, BidBox box, BidChecks checks, BidDrafts drafts, PortalKey portal,
    ICurrentUser user)
    : IBidAppService
{
    public async Task<BidDto> SaveAsync(Guid callOffId, SaveBidDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnAsync(callOffId, user.OrganisationId, ct);
        var (_, callOff) = await reader.InvitedAsync(callOffId, ct);
        var now = await db.NowAsync(ct);
        BidBox.RefuseWhenShut(callOff, now);
        var content = BidContent.From(input);
        BidRules.CheckShape(content, callOff);

        var bid = await OwnAsync(callOffId, ct);
        if (bid is null)
        {
            var id = Guid.NewGuid();
            bid = new Bid(id, callOffId, user.OrganisationId, await drafts.SealAsync(id, content, ct), now);
            db.Bids.Add(bid);
        }
        else
        {
            bid.Expect(input.Version ?? 0);
            bid.Save(await drafts.SealAsync(bid.Id, content, ct), now);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await reader.ToDtoAsync(bid, callOff, ct);
    }

    public async Task<BidReceiptDto> SubmitAsync(
        Guid callOffId, string idempotencyKey, SubmitBidDto input, CancellationToken ct)
    {
        if (idempotencyKey is not { Length: >= 8 and <= 80 })
        {
            throw new InvalidInputException("Idempotency-Key", "Send a key of 8 to 80 characters.");
        }

        var request = portal.Mac(Json.Write(input));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnAsync(callOffId, user.OrganisationId, ct);
        var (_, callOff) = await reader.InvitedAsync(callOffId, ct);
        var bid = await OwnAsync(callOffId, ct) ?? throw new EntityNotFoundException(typeof(Bid), callOffId);
        if (await StoredAsync(callOffId, idempotencyKey, ct) is { } stored)
        {
            RefuseReuse(stored, request, bid);
            return OpportunityReader.Receipt(stored, callOff);
        }

        BidBox.RefuseWhenShut(callOff, await db.NowAsync(ct));
        bid.Expect(input.Version);
        var content = await drafts.ReadAsync(bid, ct)
            ?? throw new BusinessException(TenderingErrorCodes.BidWithoutDraft);
        var (pricing, problems, _) = await checks.RunAsync(content, callOff, ct);
        RefuseIncomplete(BidRules.Missing(content, callOff), problems);
        RefuseOtherTotal(input.TotalWeeklyPence, pricing.TotalWeeklyPence);

        var plain = new SealedBid(
            SubmittedBid.Write(callOff, user, content, pricing), input.Salt ?? Sealing.Receipt.NewSalt(),
            Json.Write(await checks.StandingAsync(content, callOff, ct)));
        bid.Submit();
        var version = await box.StoreAsync(bid, callOff, plain, idempotencyKey, request, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return OpportunityReader.Receipt(version, callOff) with
        {
            TotalWeeklyPence = pricing.TotalWeeklyPence,
            Salt = plain.Salt,
            Text = plain.Content,
        };
    }

    public async Task<OpportunityDto> WithdrawAsync(Guid callOffId, CancellationToken ct)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.TakeTurnAsync(callOffId, user.OrganisationId, ct);
            var (_, callOff) = await reader.InvitedAsync(callOffId, ct);
            var bid = await OwnAsync(callOffId, ct) ?? throw new EntityNotFoundException(typeof(Bid), callOffId);
            await box.EnterAsync(callOffId, ct);
            bid.Withdraw();
            await box.TakeBackAsync(bid, callOff, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return await reader.ReadAsync(callOffId, ct);
    }

    /// <summary>A receipt says that the bid is with the authority, so none is given for what was taken back.</summary>
    private static void RefuseReuse(BidVersion stored, string request, Bid bid)
    {
        if (stored.RequestMac != request)
        {
            throw new BusinessException(TenderingErrorCodes.IdempotencyKeyReused);
        }

        if (stored.Number <= bid.LastWithdrawn)
        {
            throw new BusinessException(TenderingErrorCodes.BidWithdrawnSince);
        }
    }

    /// <summary>All at once, each at its field: a deadline leaves no time to find out one after the other.</summary>
    private static void RefuseIncomplete(IReadOnlyList<MissingDto> missing, IReadOnlyList<FieldError> problems)
    {
        IReadOnlyList<FieldError> errors =
            [.. problems, .. missing.Select(m => new FieldError(m.Field, m.Message))];
        if (problems.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        if (missing.Count > 0)
        {
            throw new BusinessException(TenderingErrorCodes.BidIncomplete)
                .WithData("missing", string.Join(' ', missing.Select(m => m.Message))).At(errors);
        }
    }

    /// <summary>The bidder signs the figure it saw, and that must be the server's (fact 22).</summary>
    private static void RefuseOtherTotal(long given, long total)
    {
        if (given != total)
        {
            throw new BusinessException(TenderingErrorCodes.TotalMismatch)
                .WithData("given", given).WithData("total", total);
        }
    }

    private Task<Bid?> OwnAsync(Guid callOffId, CancellationToken ct) => db.Bids.SingleOrDefaultAsync(
        b => b.CallOffId == callOffId && b.ProviderId == user.OrganisationId, ct);

    private Task<BidVersion?> StoredAsync(Guid callOffId, string key, CancellationToken ct) =>
        db.BidVersions.AsNoTracking().SingleOrDefaultAsync(
            v => v.CallOffId == callOffId && v.ProviderId == user.OrganisationId && v.IdempotencyKey == key, ct);
}

/// <summary>The rules of a bid, with the provider's rate card and homes as they are now.</summary>
internal sealed class BidChecks(
    IMembershipIntegrationService memberships, IPremisesIntegrationService premises, ICurrentUser user)
{
    /// <returns>The price, what keeps the bid from being submitted, each at its field, and what it had better not say.</returns>
    public async Task<(BidPricing Pricing, IReadOnlyList<FieldError> Problems, IReadOnlyList<string> Remarks)> RunAsync(
        BidContent content, CallOff callOff, CancellationToken ct)
    {
        var member = await memberships.GetMemberAsync(callOff.LotId, user.OrganisationId, ct);
        var homes = await premises.GetOfProviderAsync(user.OrganisationId, ct);
        var pricing = BidPricing.Of(content.Lines, content.SetUpPence, callOff.Needs!.ExpectedWeeks);
        var lot = await memberships.GetLotAsync(callOff.LotId, ct);
        var rates = lot is { CallOffWithinRateCard: false } ? null : member?.Rates;
        return (
            pricing, BidRules.Problems(content, pricing, callOff, rates, homes),
            [.. AnswerRemarks.Of(content, callOff, user.OrganisationName, homes)]);
    }

    public async Task<StandingSnapshot> StandingAsync(BidContent content, CallOff callOff, CancellationToken ct)
    {
        var member = await memberships.GetMemberAsync(callOff.LotId, user.OrganisationId, ct);
        var home = (await premises.GetOfProviderAsync(user.OrganisationId, ct))
            .Single(h => h.Id == content.PremisesId);
        return new StandingSnapshot(
            member is not null, member?.Suspended ?? false, member?.Accredited ?? false,
            member?.OfstedRegistered ?? false, member?.Urn, home.OutwardCode, home.AreaAuthority, home.OnOfstedList,
            home.Usable);
    }
}
