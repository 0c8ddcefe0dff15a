using DpsPortal.Accreditation.Staff;
using DpsPortal.Rules.Standards;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// The single central records of a provider in use and of the two applicants whose paperwork is or was reviewed. Each
/// has something to mend; the other applicants have listed nobody yet.
/// </summary>
internal sealed class StaffSeeder : ISeeder
{
    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        foreach (var (email, people) in DemoStaff.ByProvider)
        {
            context.Clock.GoTo(context.Clock.WorkingDayBefore(1, 16), 15, 0);
            await using var scope = await context.AsAsync(email, ct);
            var staff = scope.ServiceProvider.GetRequiredService<IStaffAppService>();
            if ((await staff.GetOwnListAsync(ct)).Items.Count > 0)
            {
                continue;
            }

            var today = context.Clock.Today;
            foreach (var (person, index) in people.Select((person, index) => (person, index)))
            {
                await staff.CreateAsync(person.ToInput(index + 1, today), ct);
                context.Clock.Later(4);
            }
        }
    }
}

/// <param name="Months">Since the first day; in post is everybody whose last day is not over.</param>
/// <param name="But">What differs from a file in order.</param>
internal sealed record DemoPerson(
    string Name, string Role, int Months, Func<StaffVetting, DateOnly, StaffVetting>? But = null)
{
    public SaveStaffMemberDto ToInput(int number, DateOnly today)
    {
        var vetting = InOrder(number, today);
        vetting = But?.Invoke(vetting, today) ?? vetting;
        return new SaveStaffMemberDto
        {
            Number = $"S{number:000}",
            Name = Name,
            Role = Role,
            DbsNumber = vetting.DbsIssuedOn is null ? null : $"0019{Months:0000}{number:0000}",
            Vetting = vetting,
            Version = 0,
        };
    }

    private StaffVetting InOrder(int number, DateOnly today)
    {
        var started = today.AddMonths(-Months).AddDays(-number);
        return new StaffVetting
        {
            StartedOn = started,
            Engagement = StaffEngagement.Employed,
            IdentitySeenOn = started.AddDays(-20),
            RightToWorkCheckedOn = started.AddDays(-20),
            DbsLevel = DbsLevel.EnhancedWithBarredLists,
            DbsIssuedOn = started.AddDays(-9),
            DbsUpdateCheckedOn = Months > 30 ? today.AddMonths(-5).AddDays(-number) : null,
            FirstReferenceOn = started.AddDays(-14),
            SecondReferenceOn = started.AddDays(-12),
            LatestEmployerReferred = true,
            SafeguardingTrainedOn = today.AddMonths(-Math.Min(Months, 7)).AddDays(number),
            Trainings = DemoTraining.Of(number, started, today),
            SupervisedOn = today.AddDays(-(6 + (number * 3))),
            AppraisedOn = Months > 12 ? today.AddMonths(-4).AddDays(-number) : null,
        };
    }
}

/// <summary>Mostly in date: one topic has run out for every third person, and newcomers still lack one.</summary>
internal static class DemoTraining
{
    private const int NewMonths = 4;

    /// <summary>The same for the same person on the same day; nothing is dated before the first day of work.</summary>
    public static IReadOnlyList<StaffTraining> Of(int number, DateOnly started, DateOnly today)
    {
        var isNew = started > today.AddMonths(-NewMonths);
        var trainings = new List<StaffTraining>();
        foreach (var (rule, index) in TrainingTopics.Entered.Select((rule, index) => (rule, index)))
        {
            if (rule.MayNotApply && (number + index) % 4 == 0)
            {
                trainings.Add(new StaffTraining { Topic = rule.Topic, NotNeeded = true });
            }
            else if (!isNew || index != number % TrainingTopics.Entered.Count)
            {
                var runOut = number % 3 == 0 && index == number % TrainingTopics.Entered.Count;
                var months = runOut ? rule.Months + 2 : (((number * 5) + (index * 3)) % (rule.Months - 3)) + 1;
                var day = today.AddMonths(-months).AddDays(index);
                trainings.Add(new StaffTraining { Topic = rule.Topic, On = day > started ? day : started.AddDays(2 + index) });
            }
        }

        return trainings;
    }
}

internal static class DemoStaff
{
    public static readonly IReadOnlyList<(string Email, IReadOnlyList<DemoPerson> People)> ByProvider =
    [
        ("provider@example.org",
        [
            new("Odette Larkspur", "Registered service manager", 62, (v, _) => v with { SafeguardingLead = true }),
            new("Barnaby Quill", "Deputy manager", 44),
            new("Imani Foxglove", "Senior support worker", 27),
            new("Teodor Pebble", "Support worker", 41, OldDbs),
            new("Sunniva Thistle", "Support worker", 19),
            new("Kwabena Marigold", "Support worker", 14, (v, today) => v with { SupervisedOn = today.AddDays(-51) }),
            new("Rosalind Tumble", "Support worker", 3, (v, _) => v with { SecondReferenceOn = null }),
            new("Dmitri Applewhite", "Night support worker", 6, (v, _) => v with
            {
                LivedAbroad = true, OverseasCheckedOn = v.StartedOn.AddDays(-5),
            }),
            new("Wren Holloway-Moss", "Support worker", 3, Agency),
            new("Calla Windrush", "Key worker", 22),
            new("Ignatius Bramble", "Support worker", 30, (v, today) => v with { LeftOn = today.AddMonths(-2) }),
        ]),
        ("applicant7@example.org",
        [
            new("Philippa Nettlebed", "Registered service manager", 51, (v, _) => v with { SafeguardingLead = true }),
            new("Osric Fenwillow", "Senior support worker", 33),
            new("Amara Juniper", "Support worker", 16),
            new("Lucian Pondweed", "Support worker", 12, (v, _) => v with { FirstReferenceOn = null }),
            new("Bettina Cobblestone", "Support worker", 38, OldDbs),
            new("Jarek Lavender", "Support worker", 5, Agency),
            new("Maud Silverbirch", "Key worker", 21, (v, _) => v with { LongestUnexplainedGapDays = 47 }),
            new("Xanthe Rookwood", "Night support worker", 8),
        ]),
        ("applicant8@example.org",
        [
            new("Cosmo Greengage", "Registered service manager", 70, (v, _) => v with { SafeguardingLead = true }),
            new("Henrietta Plover", "Deputy manager", 26),
            new("Babajide Sorrel", "Support worker", 18),
            // In date when the documents were passed.
            new("Liesl Candlewick", "Support worker", 35, (v, today) => v with
            {
                DbsIssuedOn = today.AddYears(-3).AddDays(-10), DbsUpdateCheckedOn = null,
            }),
            new("Ephraim Tansy", "Support worker", 11),
            new("Nerys Blackthorn", "Volunteer mentor", 10, (v, today) => v with
            {
                Engagement = StaffEngagement.Volunteer, AppraisedOn = today.AddMonths(-2),
            }),
        ]),
    ];

    /// <summary>Older than three years, and the update service was not asked since.</summary>
    private static StaffVetting OldDbs(StaffVetting vetting, DateOnly today) => vetting with
    {
        DbsIssuedOn = Earlier(vetting.StartedOn.AddDays(-9), today.AddYears(-3).AddDays(-40)),
        DbsUpdateCheckedOn = null,
    };

    private static StaffVetting Agency(StaffVetting vetting, DateOnly today) =>
        vetting with { Engagement = StaffEngagement.Agency };

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
