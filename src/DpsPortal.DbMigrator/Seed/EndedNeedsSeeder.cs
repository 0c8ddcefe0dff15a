using System.Globalization;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Tendering.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>Needs of the last months that no call-off met: placed in another way, or never searched for.</summary>
internal sealed class EndedNeedsSeeder : ISeeder
{
    private const string Officer = "placements@example.org";

    private static readonly (int WorkingDaysAgo, ReferralCancelReason Reason)[] Ended =
    [
        (120, ReferralCancelReason.FosterCare),
        (95, ReferralCancelReason.NoTime),
        (74, ReferralCancelReason.BlockPlace),
        (51, ReferralCancelReason.FosterCare),
        (33, ReferralCancelReason.NobodyCanMeetNeed),
        (12, ReferralCancelReason.NoLongerNeeded),
    ];

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        if (await HasSomeAsync(context, ct))
        {
            return;
        }

        for (var i = 0; i < Ended.Length; i++)
        {
            var day = context.Clock.WorkingDayBefore(Ended[i].WorkingDaysAgo, 17);
            context.Clock.GoTo(SeedClock.At(day, new TimeOnly(14, 5)));
            await using var scope = await context.AsAsync(Officer, ct);
            var referrals = scope.ServiceProvider.GetRequiredService<IReferralAppService>();
            var referral = await referrals.CreateAsync(
                new SaveReferralDto
                {
                    DateOfBirth = day.AddYears(-17).AddDays(-31 * (i + 1)),
                    CaseNumber = string.Create(CultureInfo.InvariantCulture, $"DEMO-E{i + 1:000}"),
                    DeprivationOfLiberty = false,
                    Needs = DemoNeeds.From(i % 2 == 0 ? DemoNeeds.Settled : DemoNeeds.NewlyArrived, day),
                },
                ct);
            context.Clock.Later(95);
            await referrals.CancelAsync(
                referral.Id, new CancelReferralDto { Reason = Ended[i].Reason, Version = referral.Version }, ct);
        }
    }

    private static async Task<bool> HasSomeAsync(SeedContext context, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(Officer, ct);
        return await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().Referrals
            .AnyAsync(r => r.EndedBecause != null, ct);
    }
}
