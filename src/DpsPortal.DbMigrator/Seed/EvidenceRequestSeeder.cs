using DpsPortal.Organisations.Evidence;
using Microsoft.Extensions.DependencyInjection;
using static DpsPortal.DbMigrator.Seed.OrganisationsSeeder;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>A request of the host authority to a provider that has applied to it: what is in its vault answers.</summary>
internal sealed class EvidenceRequestSeeder : ISeeder
{
    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        await using var scope = await context.AsAsync("officer@example.org", ct);
        var requests = scope.ServiceProvider.GetRequiredService<IEvidenceRequestAppService>();
        if ((await requests.GetListAsync(ct)).Count > 0)
        {
            return;
        }

        context.Clock.GoTo(context.Clock.WorkingDayBefore(2, 12), 11, 5);
        await requests.AskAsync(
            new AskForEvidenceDto
            {
                ProviderId = IdOf("Harbour Steps Housing CIC"),
                Kind = EvidenceKind.BusinessContinuityPlan,
                DueOn = context.Clock.Today.AddDays(12),
            },
            ct);
        await context.SettleAsync(ct);
    }
}
