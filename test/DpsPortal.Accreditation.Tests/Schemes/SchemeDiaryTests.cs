using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Schemes;

public sealed class SchemeDiaryTests
{
    private static readonly Guid Northwick = new("22222222-0000-0000-0000-000000000001");
    private static readonly Guid Kingsferry = new("22222222-0000-0000-0000-000000000002");

    [Theory]
    [InlineData(3999, true)]
    [InlineData(4000, true)]
    [InlineData(4001, false)]
    public void Shares_of_the_costs_make_a_hundred_per_cent_at_most(int second, bool allowed)
    {
        var scheme = An.Scheme();
        scheme.Agree(Northwick, "Northwick Vale LBC", Agreement(6000));

        if (allowed)
        {
            scheme.Agree(Kingsferry, "Kingsferry LBC", Agreement(second));
            scheme.Agree(Kingsferry, "Kingsferry LBC", Agreement(second));
        }
        else
        {
            Should.Throw<InvalidInputException>(() => scheme.Agree(Kingsferry, "Kingsferry LBC", Agreement(second)))
                .Errors.Single().Field.ShouldBe("shareBasisPoints");
        }

        scheme.MemberAuthorities.Count.ShouldBe(allowed ? 2 : 1);
    }

    [Theory]
    [InlineData("2020-07-31", null, null, "from")]
    [InlineData("2028-02-12", null, null, "from")]
    [InlineData("2021-01-02", "2021-01-01", null, "until")]
    [InlineData("2021-01-01", null, "2021-01-02", "signedOn")]
    public void The_days_of_an_agreement_agree_with_the_scheme(string from, string? until, string? signedOn, string field) =>
        Should.Throw<InvalidInputException>(() => An.Scheme().Agree(Northwick, "Northwick Vale LBC", new SaveAgreementDto
        {
            From = An.Day(from),
            Until = until is null ? null : An.Day(until),
            SignedOn = signedOn is null ? null : An.Day(signedOn),
            Version = 0,
        })).Errors.Single().Field.ShouldBe(field);

    [Fact]
    public void The_diary_holds_what_follows_from_the_data_and_what_was_added_soonest_first()
    {
        var scheme = An.Scheme();
        scheme.Agree(Northwick, "Northwick Vale LBC", Agreement(null) with { Until = new DateOnly(2027, 6, 30) });
        scheme.AddKeyDate(Key(new DateOnly(2027, 1, 15)));

        scheme.Diary().Select(d => d.Kind)
            .ShouldBe([KeyDateKind.BreakClause, KeyDateKind.AgreementEnds, KeyDateKind.SchemeEnds]);
        Should.Throw<InvalidInputException>(() => scheme.AddKeyDate(Key(An.Commencement) with { Kind = KeyDateKind.SchemeEnds }));
        scheme.RemoveKeyDate(scheme.KeyDates.Single().Id);
        scheme.Diary().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(61, false)]
    [InlineData(60, true)]
    [InlineData(59, true)]
    [InlineData(1, true)]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_reminder_goes_out_from_sixty_days_before_until_the_day(int daysLeft, bool reminds)
    {
        var scheme = An.Scheme();
        scheme.AddKeyDate(Key(DateOnly.FromDateTime(An.Now).AddDays(daysLeft)));

        scheme.Remind(An.Now);

        scheme.Events.OfType<SchemeDateNearEto>().Count().ShouldBe(reminds ? 1 : 0);
    }

    [Fact]
    public void Each_of_the_five_reminders_goes_out_once()
    {
        var scheme = An.Scheme();
        scheme.AddKeyDate(Key(DateOnly.FromDateTime(An.Now).AddDays(70)));

        for (var day = 0; day <= 72; day++)
        {
            scheme.Remind(An.Now.AddDays(day));
            scheme.Remind(An.Now.AddDays(day));
        }

        scheme.Events.OfType<SchemeDateNearEto>().Select(e => e.DaysLeft).ShouldBe([60, 30, 14, 7, 1]);
    }

    private static SaveAgreementDto Agreement(int? share) =>
        new() { From = new DateOnly(2021, 1, 1), ShareBasisPoints = share, Version = 0 };

    private static AddKeyDateDto Key(DateOnly on) =>
        new() { Kind = KeyDateKind.BreakClause, On = on, Note = "Break clause of the alliance", Version = 0 };
}
