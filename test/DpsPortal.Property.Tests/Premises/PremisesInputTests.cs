using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using static DpsPortal.Property.Tests.Homes;

namespace DpsPortal.Property.Tests.Premises;

public sealed class PremisesInputTests
{
    [Theory]
    [InlineData("ha9 0zz", "HA9 0ZZ", "HA9")]
    [InlineData("SE130ZZ", "SE13 0ZZ", "SE13")]
    [InlineData(" w1a 1zz ", "W1A 1ZZ", "W1A")]
    [InlineData("EC1A 1BB", "EC1A 1BB", "EC1A")]
    [InlineData("M1 1AE", "M1 1AE", "M1")]
    public void A_postcode_is_kept_in_one_form_with_its_outward_code(string typed, string kept, string outward)
    {
        var postcode = Postcode.Parse(typed).ShouldNotBeNull();

        postcode.ToString().ShouldBe(kept);
        postcode.OutwardCode.ShouldBe(outward);
    }

    [Theory]
    [InlineData("HA9")]
    [InlineData("HA9 ZZ0")]
    [InlineData("HA9 0ZC")]
    [InlineData("QA9 0ZZ")]
    [InlineData("HA999 0ZZ")]
    [InlineData("12345")]
    [InlineData("")]
    public void What_has_not_the_form_of_a_postcode_is_refused_at_its_field(string typed) =>
        Errors(Input() with { Postcode = typed }).ShouldBe(["postcode"]);

    [Theory]
    [InlineData("6.51", true)]
    [InlineData("6.510", true)]
    [InlineData("6.505", false)]
    public void Fact_25_An_area_is_never_rounded_into_passing(string area, bool taken)
    {
        var input = Input() with { Places = [Place("Room 1", decimal.Parse(area, CultureInfo.InvariantCulture))] };

        Errors(input).Count.ShouldBe(taken ? 0 : 1);
    }

    [Fact]
    public void Two_places_do_not_share_a_name() =>
        Errors(Input() with { Places = [Place("Room 1"), Place("ROOM 1")] }).ShouldBe(["places[1].name"]);

    [Fact]
    public void Another_homes_place_is_refused() =>
        Errors(Input() with { Places = [Place("Room 1") with { Id = Guid.NewGuid() }] }).ShouldBe(["places[0].id"]);

    [Fact]
    public void A_gas_records_end_follows_from_its_date()
    {
        var details = PremisesInput.Read(
            Input(Paper(CertificateKind.GasSafety, Today)), [], Today);

        details.Certificates.ShouldHaveSingleItem().ExpiresOn.ShouldBe(new DateOnly(2027, 11, 23));
    }

    [Fact]
    public void A_gas_record_cannot_be_said_to_last_longer() =>
        Errors(Input(Paper(CertificateKind.GasSafety, Today, Today.AddYears(2))))
            .ShouldBe(["certificates[0].expiresOn"]);

    [Theory]
    [InlineData(CertificateKind.BuildingsInsurance)]
    [InlineData(CertificateKind.LiabilityInsurance)]
    [InlineData(CertificateKind.HmoLicence)]
    public void Insurance_and_licence_state_their_own_end(CertificateKind kind)
    {
        Errors(Input(Paper(kind, Today))).ShouldBe(["certificates[0].expiresOn"]);
        Errors(Input(Paper(kind, Today, Today.AddDays(-1)))).ShouldBe(["certificates[0].expiresOn"]);
        Errors(Input(Paper(kind, Today, Today))).ShouldBeEmpty();
    }

    [Fact]
    public void A_paper_is_not_issued_tomorrow()
    {
        Errors(Input(Paper(CertificateKind.HmoLicence, Today.AddDays(1), Today.AddYears(1))))
            .ShouldBe(["certificates[0].issuedOn"]);
        Errors(Input(Paper(CertificateKind.FireRiskAssessment, Today))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1999-12-31", "certificates[0].issuedOn")]
    [InlineData("2000-01-01", null)]
    [InlineData("2000-01-02", null)]
    public void A_paper_is_not_issued_before_2000(string issued, string? field)
    {
        var on = DateOnly.Parse(issued, CultureInfo.InvariantCulture);

        Errors(Input(Paper(CertificateKind.BuildingsInsurance, on, Today))).ShouldBe(field is null ? [] : [field]);
        Errors(Input(Paper(CertificateKind.GasSafety, on))).ShouldBe(field is null ? [] : [field]);
    }

    [Theory]
    [InlineData("2099-12-31", null)]
    [InlineData("2100-01-01", null)]
    [InlineData("2100-01-02", "certificates[0].expiresOn")]
    [InlineData("9999-12-31", "certificates[0].expiresOn")]
    public void A_paper_does_not_last_beyond_the_first_day_of_2100(string ends, string? field) =>
        Errors(Input(Paper(
                CertificateKind.HmoLicence, Today, DateOnly.Parse(ends, CultureInfo.InvariantCulture))))
            .ShouldBe(field is null ? [] : [field]);

    private static SavePlaceDto Place(string name, decimal area = 9.5m) =>
        new() { Name = name, BedroomArea = area, MaxOccupants = 1 };

    private static SaveCertificateDto Paper(CertificateKind kind, DateOnly issued, DateOnly? ends = null) =>
        new() { Kind = kind, IssuedOn = issued, ExpiresOn = ends };

    private static SavePremisesDto Input(params SaveCertificateDto[] papers) => new()
    {
        Name = "Orchard Row",
        AddressLine = "18 Orchard Row",
        Town = "London",
        Postcode = "SE13 0ZZ",
        AreaAuthority = "Eastmarsh LBC",
        Category = OfstedCategory.SharedRingFenced,
        OnOfstedList = true,
        Places = [Place("Room 1")],
        Certificates = papers,
    };

    private static List<string> Errors(SavePremisesDto input)
    {
        try
        {
            PremisesInput.Read(input, [], Today);
            return [];
        }
        catch (InvalidInputException refusal)
        {
            return [.. refusal.Errors.Select(e => e.Field)];
        }
    }
}
