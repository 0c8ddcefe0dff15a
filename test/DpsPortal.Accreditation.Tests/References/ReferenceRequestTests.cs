using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.References;

public sealed class ReferenceRequestTests
{
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void A_link_works_for_28_days(int seconds, bool works)
    {
        var request = Sent();
        void Give() => request.Give(Answers(), An.Now.AddDays(28).AddSeconds(seconds));

        if (works)
        {
            Should.NotThrow(Give);
        }
        else
        {
            Should.Throw<BusinessException>(Give).Code.ShouldBe(AccreditationErrorCodes.ReferenceLinkNotValid);
        }
    }

    [Fact]
    public void A_link_works_once_and_not_before_it_is_sent()
    {
        var request = Sent();
        request.Give(Answers(), An.Now);

        Should.Throw<BusinessException>(() => request.Give(Answers(), An.Now));
        Should.Throw<BusinessException>(() => Asked().Give(Answers(), An.Now));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void A_link_is_sent_again_three_times_at_most(int times, bool may)
    {
        var request = Sent();
        void Resend() => Enumerable.Range(0, times).ToList().ForEach(_ => request.Resend());

        if (may)
        {
            Should.NotThrow(Resend);
        }
        else
        {
            Should.Throw<BusinessException>(Resend).Code.ShouldBe(AccreditationErrorCodes.ReferenceResentTooOften);
        }
    }

    [Fact]
    public void A_link_that_is_sent_again_has_28_days_and_one_of_a_reminder_ends_when_the_first_did()
    {
        var request = Sent();
        request.Send("B", An.Now.AddDays(22));
        request.ExpiresAt.ShouldBe(An.Now.AddDays(28));

        request.Resend();
        request.TokenHash.ShouldBeNull();
        request.Send("C", An.Now.AddDays(23));

        request.ExpiresAt.ShouldBe(An.Now.AddDays(51));
    }

    [Theory]
    [InlineData(20, 86_399, false)]
    [InlineData(21, 0, true)]
    [InlineData(27, 86_399, true)]
    [InlineData(28, 0, false)]
    public void A_referee_is_reminded_once_in_the_last_seven_days(int days, int seconds, bool reminded)
    {
        var request = Sent();
        var then = An.Now.AddDays(days).AddSeconds(seconds);

        request.RemindReferee(then).ShouldBe(reminded);

        request.RemindReferee(then).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2027-11-13T09:00:00Z", false)]
    [InlineData("2027-11-14T09:00:00Z", true)]
    [InlineData("2027-12-14T09:00:00Z", true)]
    [InlineData("2027-12-15T09:00:00Z", false)]
    public void Fact_23_A_provider_is_told_once_in_the_last_30_days_that_a_reference_grows_too_old(string at, bool told)
    {
        var request = Sent();
        Accept(request, request.Give(Answers(), An.Now));
        request.CountsUntil.ShouldBe(An.Day("2027-12-14"));
        request.ClearRecorded();
        var then = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

        request.RemindProvider(then);
        request.RemindProvider(then);

        request.Events.OfType<ApplicationNewsEto>().Count().ShouldBe(told ? 1 : 0);
    }

    [Theory]
    [InlineData("2027-11-13T09:00:00Z", true)]
    [InlineData("2027-11-14T09:00:00Z", false)]
    [InlineData("2027-11-15T09:00:00Z", false)]
    public void An_authority_may_be_asked_anew_30_days_before_its_reference_stops_counting(string at, bool inTheWay)
    {
        var request = Sent();
        request.Give(Answers(), An.Now);

        request.StandsInTheWay(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime)
            .ShouldBe(inTheWay);
    }

    [Fact]
    public void Fact_23_a_refused_reference_counts_on_no_day_and_is_in_nobodys_way()
    {
        var request = Sent();
        Accept(request, request.Give(Answers(), An.Now));
        request.Counts(An.Now).ShouldBeTrue();

        request.Refuse(new RefuseReferenceDto { Reason = "Unknown there.", Version = 1 }, An.Priya, An.Now);

        request.Counts(An.Now).ShouldBeFalse();
        request.CountsUntil.ShouldBeNull();
        request.StandsInTheWay(An.Now).ShouldBeFalse();
    }

    [Fact]
    public void What_is_missing_is_said_at_its_field_and_nothing_is_given()
    {
        var request = Sent();

        Should.Throw<InvalidInputException>(() => request.Give(
                Answers() with { HasConcerns = true, Concerns = " ", Name = " ", Role = " ", NoConflict = false }, An.Now))
            .Errors.Select(e => e.Field).ShouldBe(["concerns", "name", "role", "noConflict"]);

        request.State.ShouldBe(ReferenceState.Asked);
    }

    [Fact]
    public void Concerns_that_were_taken_back_are_not_kept()
    {
        var given = Sent().Give(Answers() with { HasConcerns = false, Concerns = "Late reports." }, An.Now);

        given.Concerns.ShouldBeNull();
    }

    private static ReferenceRequest Asked()
    {
        var scheme = An.Scheme();
        return new ReferenceRequest(
            An.Draft(scheme), scheme,
            new AskReferenceDto
            {
                RefereeName = "Mina Okafor",
                RefereeEmail = "mina@kingsferry.example.org",
                AuthorityName = "Kingsferry MBC",
                Setting = "Block contract, Quay House",
                Claim = "Six places since 2023.",
            },
            An.Now);
    }

    private static ReferenceRequest Sent()
    {
        var request = Asked();
        request.Send("A", An.Now);
        return request;
    }

    private static GiveReferenceDto Answers() => new()
    {
        Token = "x",
        Years = 2,
        Placements = 7,
        WouldPlaceAgain = true,
        HasConcerns = false,
        Name = "Mina Okafor",
        Role = "Commissioning manager",
        NoConflict = true,
    };

    private static void Accept(ReferenceRequest request, GivenReference given) => request.Accept(
        given, new AcceptReferenceDto { AuthorityName = "Kingsferry LBC", HowKnown = "Rang them.", Version = 1 },
        An.Priya, An.Now);
}
