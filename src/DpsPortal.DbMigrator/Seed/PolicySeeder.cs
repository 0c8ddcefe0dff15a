using DpsPortal.Accreditation.Policies;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Rules.Standards;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// The policies of a provider in use and of the two applicants whose paperwork is or was reviewed: most in order, some
/// due soon or overdue, some not yet listed. The same for the same provider on the same day.
/// </summary>
internal sealed class PolicySeeder : ISeeder
{
    private static readonly IReadOnlyList<DemoPolicies> All =
    [
        new("provider@example.org", "Odette Larkspur, registered service manager", "Barnaby Quill, deputy manager",
            Missing: [PolicyKind.Cameras, PolicyKind.ModernSlavery], Overdue: [PolicyKind.LoneWorking],
            DueSoon: [PolicyKind.Complaints, PolicyKind.Fire]),
        new("applicant7@example.org", "Philippa Nettlebed, registered service manager", "Osric Fenwillow, senior support worker",
            Missing: [PolicyKind.Cameras, PolicyKind.ModernSlavery, PolicyKind.LowLevelConcerns, PolicyKind.OnlineSafety],
            Overdue: [PolicyKind.Safeguarding, PolicyKind.Supervision], DueSoon: [PolicyKind.Whistleblowing]),
        new("applicant8@example.org", "Cosmo Greengage, registered service manager", "Henrietta Plover, deputy manager",
            Missing: [PolicyKind.ModernSlavery], Overdue: [], DueSoon: [PolicyKind.Medication]),
    ];

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        foreach (var demo in All)
        {
            context.Clock.GoTo(context.Clock.WorkingDayBefore(1, 14), 13, 30);
            await using var scope = await context.AsAsync(demo.Email, ct);
            var policies = scope.ServiceProvider.GetRequiredService<IPolicyAppService>();
            if ((await policies.GetOwnListAsync(ct)).Items.Any(p => p.Owner is not null))
            {
                continue;
            }

            var vault = await scope.ServiceProvider.GetRequiredService<IEvidenceAppService>().GetListAsync(ct);
            foreach (var kind in PolicyKinds.All.Except(demo.Missing))
            {
                await policies.SaveAsync(kind, demo.ToInput(kind, context.Clock.Today, FileOf(kind, vault)), ct);
                context.Clock.Later(2);
            }
        }
    }

    private static Guid? FileOf(PolicyKind kind, IReadOnlyList<EvidenceItemDto> vault)
    {
        EvidenceKind? evidence = kind switch
        {
            PolicyKind.Safeguarding => EvidenceKind.SafeguardingPolicy,
            PolicyKind.SaferRecruitment => EvidenceKind.SaferRecruitmentPolicy,
            PolicyKind.HealthAndSafety => EvidenceKind.HealthAndSafetyPolicy,
            PolicyKind.Complaints => EvidenceKind.ComplaintsPolicy,
            _ => null,
        };
        return vault.FirstOrDefault(i => i.Kind == evidence && i.Versions.Count > 0)?.Versions[0].DocumentId;
    }
}

/// <param name="Manager">Answers for what keeps young people safe.</param>
/// <param name="Deputy">Answers for the rest.</param>
internal sealed record DemoPolicies(
    string Email, string Manager, string Deputy, IReadOnlyList<PolicyKind> Missing, IReadOnlyList<PolicyKind> Overdue,
    IReadOnlyList<PolicyKind> DueSoon)
{
    public SavePolicyDto ToInput(PolicyKind kind, DateOnly today, Guid? documentId)
    {
        var spread = (int)kind;
        var review = Overdue.Contains(kind) ? today.AddDays(-(9 + spread))
            : DueSoon.Contains(kind) ? today.AddDays(4 + (spread / 2))
            : today.AddDays(60 + (spread * 11));
        return new SavePolicyDto
        {
            Owner = PolicyKinds.GroupOf(kind) == PolicyGroup.Safeguarding ? Manager : Deputy,
            VersionOn = review.AddYears(-1).AddDays(-spread),
            ReviewOn = review,
            DocumentId = documentId,
            Version = 0,
        };
    }
}
