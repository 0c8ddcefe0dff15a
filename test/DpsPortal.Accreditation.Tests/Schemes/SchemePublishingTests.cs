using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Schemes;

public sealed class SchemePublishingTests
{
    [Fact]
    public void Only_these_moves_are_possible() =>
        Enum.GetValues<SchemeState>()
            .SelectMany(s => Enum.GetValues<SchemeTrigger>().Select(t => (s, t)))
            .Where(m => SchemeStates.Transitions.CanFire(m.s, m.t))
            .ShouldBe(
            [
                (SchemeState.Draft, SchemeTrigger.Edit), (SchemeState.Draft, SchemeTrigger.Publish),
                (SchemeState.Published, SchemeTrigger.Close),
            ]);

    [Fact]
    public void Another_officer_than_the_writer_publishes()
    {
        var scheme = An.DraftScheme();

        Should.Throw<BusinessException>(() => scheme.Publish(An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.OwnDraft);
        scheme.State.ShouldBe(SchemeState.Draft);

        scheme.Publish(An.Gareth, An.Now);
        scheme.State.ShouldBe(SchemeState.Published);
    }

    [Fact]
    public void Who_edits_a_draft_becomes_its_writer()
    {
        var scheme = An.DraftScheme();

        scheme.Edit(An.Terms(Regime.Pa23OpenFramework) with { Name = "Another name" }, An.Gareth);

        scheme.Name.ShouldBe("Another name");
        Should.Throw<BusinessException>(() => scheme.Publish(An.Gareth, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.OwnDraft);
        scheme.Publish(An.Priya, An.Now);
    }

    [Fact]
    public void A_draft_says_what_is_missing_by_which_rule_and_is_not_published()
    {
        var terms = An.Terms(Regime.Pa23OpenFramework);
        var scheme = An.DraftScheme(terms with { Windows = [], Lots = [terms.Lots[0] with { Terms = null }] });

        var missing = SchemeGaps.Of(scheme);
        var refusal = Should.Throw<InvalidInputException>(() => scheme.Publish(An.Gareth, An.Now));

        missing.Select(g => g.Field).ShouldBe(["lots[0].terms.selectionCriteria", "windows", "windows"]);
        missing.ShouldAllBe(g => g.Source.StartsWith("Procurement Act 2023"));
        refusal.Errors.Count.ShouldBe(3);
        scheme.State.ShouldBe(SchemeState.Draft);
    }

    [Fact]
    public void What_was_published_is_never_edited()
    {
        var scheme = An.DraftScheme();
        scheme.Publish(An.Gareth, An.Now);

        Should.Throw<InvalidTransitionException>(() => scheme.Edit(An.Terms(Regime.Pa23OpenFramework), An.Priya));
    }

    [Fact]
    public void Nobody_joins_a_draft_or_a_closed_scheme()
    {
        var now = new DateTime(2027, 1, 5, 9, 0, 0, DateTimeKind.Utc);
        var scheme = An.DraftScheme(An.Terms(Regime.Pa23DynamicMarket));
        scheme.IsOpenToJoin(now).ShouldBeFalse();

        scheme.Publish(An.Gareth, An.Now);
        scheme.IsOpenToJoin(now).ShouldBeTrue();

        scheme.Close("Replaced by a framework");
        scheme.IsOpenToJoin(now).ShouldBeFalse();
    }

    [Fact]
    public void Outside_a_window_an_application_is_refused_with_the_next_windows_days()
    {
        var scheme = An.Scheme(An.Terms(Regime.Pa23OpenFramework));

        An.Draft(scheme, new DateTime(2027, 1, 31, 23, 59, 59, DateTimeKind.Utc)).SchemeId.ShouldBe(scheme.Id);
        var refusal = Should.Throw<BusinessException>(
            () => An.Draft(scheme, new DateTime(2027, 2, 1, 0, 0, 0, DateTimeKind.Utc)));

        refusal.Code.ShouldBe(AccreditationErrorCodes.WindowClosed);
        refusal.Values["next"].ShouldBe("The next opens on 1 November 2029 and closes on 31 December 2029");
    }

    [Fact]
    public void A_window_that_has_opened_stays_as_announced()
    {
        var scheme = An.Scheme(An.Terms(Regime.Pa23OpenFramework));
        var today = new DateOnly(2027, 1, 1);

        scheme.SetWindows([.. scheme.Windows, new(new DateOnly(2032, 1, 1), new DateOnly(2032, 2, 1))], today);
        scheme.Windows.Count.ShouldBe(3);

        Should.Throw<InvalidInputException>(() => scheme.SetWindows([.. scheme.Windows.Skip(1)], today));
    }

    [Theory]
    [InlineData("2026-12-31", "2027-01-31", "windows[0].from")]
    [InlineData("2027-01-02", "2027-01-01", "windows[0].until")]
    [InlineData("2034-12-01", "2035-01-01", "windows[0].until")]
    public void A_window_lies_within_the_scheme(string from, string until, string field) =>
        Should.Throw<InvalidInputException>(() => An.DraftScheme(An.Terms(Regime.Pa23OpenFramework) with
        {
            Windows = [new(An.Day(from), An.Day(until))],
        })).Errors.Single().Field.ShouldBe(field);

    [Theory]
    [InlineData(UpliftRule.CpiCapped, null, 1, 1)]
    [InlineData(UpliftRule.Annual, 300, 1, 1)]
    [InlineData(UpliftRule.None, null, 2, 1)]
    public void The_terms_of_a_lot_agree_with_themselves(UpliftRule uplift, int? highest, int least, int most)
    {
        var terms = An.Terms(Regime.Pa23DynamicMarket);

        Should.Throw<InvalidInputException>(() => An.DraftScheme(terms with
        {
            Lots =
            [
                terms.Lots[0] with
                {
                    Terms = new LotTermsDto
                    {
                        Uplift = uplift, HighestUpliftBasisPoints = highest, LeastPlaces = least, MostPlaces = most,
                    },
                },
            ],
        }));
    }
}
