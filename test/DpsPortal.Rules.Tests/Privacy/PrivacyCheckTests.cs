using System.Diagnostics;
using DpsPortal.Rules.Privacy;

namespace DpsPortal.Rules.Tests.Privacy;

/// <summary>Domain fact 17 and §4.3: what must not appear. Each number here is made up.</summary>
public class PrivacyCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    [Fact]
    public void All_that_was_typed_into_a_letter_once_is_found_where_it_stands()
    {
        const string text = "born 12/03/2009, NHS 943 476 5919, of 4 Elm Road HA9 0AB";

        var found = PrivacyCheck.Find(text, Today);

        found.Select(f => (f.Kind, text.Substring(f.Start, f.Length))).ShouldBe(
        [
            (IdentifierKind.DateOfBirth, "12/03/2009"), (IdentifierKind.NhsNumber, "943 476 5919"),
            (IdentifierKind.Address, "4 Elm Road"), (IdentifierKind.Postcode, "HA9 0AB"),
        ]);
    }

    [Theory]
    [InlineData("9434765919", true)]
    [InlineData("943 476 5918", false)]
    [InlineData("943 476 5919", true)]
    [InlineData("943 476 5920", false)]
    [InlineData("943-476-5919", true)]
    [InlineData("943 - 476 - 5919", true)]
    [InlineData("9 4 3 4 7 6 5 9 1 9", true)]
    [InlineData("943\u200B476\u200B5919", true)]
    [InlineData("９４３ ４７６ ５９１９", true)]
    [InlineData("943_476_5919", true)]
    [InlineData("(943) 476 5919", true)]
    [InlineData("943, 476, 5919", false)]
    [InlineData("2009 943 476 5919", true)]
    [InlineData("NHS9434765919", true)]
    [InlineData("NHS no. 94/34/76/59/19", true)]
    [InlineData("943 476 591", false)]
    [InlineData("943 476 59191", false)]
    [InlineData("£9434765919", false)]
    [InlineData("policy AB9434765919", false)]
    [InlineData("Scores 4 4 3 5 4 3 4 4 5 3, 4 3 4 4 5 3 4 4 3 5", false)]
    public void An_NHS_number_has_ten_digits_that_pass_modulus_11(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.NhsNumber).ShouldBe(isFound);

    [Theory]
    [InlineData("her 18th is on 5 June", IdentifierKind.DateOfBirth, true)]
    [InlineData("The review is on 5 June", IdentifierKind.DateOfBirth, false)]
    [InlineData("jono17 on Snapchat", IdentifierKind.SocialMediaHandle, true)]
    [InlineData("He spends time on Snapchat", IdentifierKind.SocialMediaHandle, false)]
    [InlineData("write to smithjohn@gmail", IdentifierKind.Email, true)]
    public void What_is_said_shortly_is_found(string text, IdentifierKind kind, bool isFound) =>
        Kinds(text).Contains(kind).ShouldBe(isFound);

    [Fact]
    public void A_date_and_a_time_are_no_NHS_number_though_one_in_eleven_passes()
    {
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var at = new DateTime(2026, 12, 14).AddMinutes(minute);

            Kinds($"A visit on {at:dd.MM.yyyy HH:mm}, {at:yyyy-MM-dd HH mm}, {at:dd/MM/yyyy HH.mm}.").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("AB123456C", true)]
    [InlineData("ab 12 34 56 c", true)]
    [InlineData("AB-12-34-56-D", true)]
    [InlineData("A B 1 2 3 4 5 6 C", true)]
    [InlineData("AB/12/34/56/C", true)]
    [InlineData("pa 12/10/26 a bed", false)]
    [InlineData("АВ123456С", true)]
    [InlineData("AB123456E", false)]
    [InlineData("AB12345C", false)]
    [InlineData("AB1234567C", false)]
    [InlineData("GB123456C", false)]
    [InlineData("DA123456C", false)]
    [InlineData("AO123456C", false)]
    [InlineData("AB123456", false)]
    [InlineData("NI number AB123456", true)]
    [InlineData("policy AB123456 a copy of which", false)]
    [InlineData("On 12.10.26 a bed was free", false)]
    [InlineData("at 125000 a year", false)]
    public void A_national_insurance_number_has_an_issued_prefix_and_a_suffix_to_D(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.NationalInsuranceNumber).ShouldBe(isFound);

    [Theory]
    [InlineData("B801200005001", true)]
    [InlineData("A801200005001", false)]
    [InlineData("C801200005001", false)]
    [InlineData("b 8012 0000 5001", true)]
    [InlineData("B-801-2000-05001", true)]
    [InlineData("B80120000500", false)]
    [InlineData("B8012000050012", false)]
    public void A_pupil_number_has_its_check_letter(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.Upn).ShouldBe(isFound);

    [Theory]
    [InlineData("HA9 0AB", true)]
    [InlineData("ha90ab", true)]
    [InlineData("HA9 OAB", true)]
    [InlineData("HA9/0AB", true)]
    [InlineData("H A 9 0 A B", true)]
    [InlineData("HA9\u200B-\u20600AB", true)]
    [InlineData("lives at e1 6an now", true)]
    [InlineData("WC2H 9JN", true)]
    [InlineData("HA9", false)]
    [InlineData("HA9 and NW10", false)]
    [InlineData("QQ9 0AB", false)]
    [InlineData("HA9 0CB", false)]
    [InlineData("HA9 0A", false)]
    [InlineData("S20 2nd placement, L2 3hr", false)]
    [InlineData("s20 one, E1 our own", false)]
    public void A_postcode_counts_in_full_and_an_outward_code_does_not(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.Postcode).ShouldBe(isFound);

    [Theory]
    [InlineData("4 Elm Road", true)]
    [InlineData("4a elm road", true)]
    [InlineData("Flat 3, St Mary's Close", true)]
    [InlineData("12, Upper Mill Hill Lane", true)]
    [InlineData("4 The Avenue", true)]
    [InlineData("no.4-Elm-Road", true)]
    [InlineData("1.4 Elm Road", false)]
    [InlineData("4 Elm Close", true)]
    [InlineData("3 bids close on Friday", false)]
    [InlineData("24 hour street outreach", false)]
    [InlineData("2 minutes from the road", false)]
    [InlineData("5 young people place their trust in it", false)]
    [InlineData("£4 Elm Road", false)]
    [InlineData("the road", false)]
    public void An_address_is_a_number_a_name_and_a_street(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.Address).ShouldBe(isFound);

    [Theory]
    [InlineData("07700 900123", true)]
    [InlineData("07700.900.123", true)]
    [InlineData("07700/900123", true)]
    [InlineData("07 70 09 00 12 3", true)]
    [InlineData("0 7 7 0 0 9 0 0 1 2 3", true)]
    [InlineData("(020) 7946 0123", true)]
    [InlineData("+44 (0)20 7946 0123", true)]
    [InlineData("0044 7700 900123", true)]
    [InlineData("+353 1 234 5678", true)]
    [InlineData("+7 495 12", false)]
    [InlineData("07700 9001", false)]
    [InlineData("07700 9001234", false)]
    [InlineData("01.12.2026 10:30", false)]
    [InlineData("£1,250.00 to 1,310.50 a week", false)]
    public void A_telephone_number_has_ten_or_eleven_digits_or_a_country(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.Phone).ShouldBe(isFound);

    [Theory]
    [InlineData("jo_smith@example.org", true)]
    [InlineData("jo @ example.org", true)]
    [InlineData("jo at example dot org", true)]
    [InlineData("jo (at) example (dot) org", true)]
    [InlineData("jo[at]example.org", true)]
    [InlineData("2 nights @ £65.00", false)]
    [InlineData("3 hours @ 20.50 a week", false)]
    [InlineData("lives at home.Then", false)]
    public void An_email_address_counts_also_when_it_is_spelled(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.Email).ShouldBe(isFound);

    [Theory]
    [InlineData("@jay_99", true)]
    [InlineData("insta: jay.smith", true)]
    [InlineData("Snapchat username is jay99", true)]
    [InlineData("instagram.com/jay", true)]
    [InlineData("Instagram: no concerns", false)]
    [InlineData("TikTok 24 hours a day", false)]
    [InlineData("nights @ 65", false)]
    public void A_name_on_social_media_counts_and_a_word_about_it_does_not(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.SocialMediaHandle).ShouldBe(isFound);

    [Theory]
    [InlineData("27/11/2000", false)]
    [InlineData("28/11/2000", true)]
    [InlineData("27/11/2012", true)]
    [InlineData("28/11/2012", false)]
    [InlineData("2009-03-12", true)]
    [InlineData("12.3.2009", true)]
    [InlineData("12 03 2009", true)]
    [InlineData("12/03/09", true)]
    [InlineData("12/3/09", true)]
    [InlineData("12.03.09", true)]
    [InlineData("number 12032009", false)]
    [InlineData("12th of March, 2009", true)]
    [InlineData("March 12, 2009", true)]
    [InlineData("12 Mar 09", true)]
    [InlineData("99/12/03/2009", true)]
    [InlineData("31/02/2009", false)]
    [InlineData("March 2009", false)]
    [InlineData("12 March", false)]
    [InlineData("heading 1.2.10", false)]
    [InlineData("at least 2 may 10 times", false)]
    [InlineData("Review on 5 January 2027, moved in 12/03/2026", false)]
    public void A_full_date_counts_when_somebody_born_then_is_from_14_to_25(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.DateOfBirth).ShouldBe(isFound);

    [Theory]
    [InlineData("born in March 2009", true)]
    [InlineData("D.O.B. 12/03/1998", true)]
    [InlineData("dob 1.2.10", true)]
    [InlineData("dob 12032009", true)]
    [InlineData("her birthday is 12 March", true)]
    [InlineData("12 March is her birthday", true)]
    [InlineData("turns 18 on 3 May 2027", true)]
    [InlineData("born in 2009", false)]
    [InlineData("newborn pups, 12/03/1998", false)]
    public void Beside_a_word_about_birth_any_date_counts(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.DateOfBirth).ShouldBe(isFound);

    [Theory]
    [InlineData("Home Office ref M1234567", true)]
    [InlineData("ARC 1234567/2", true)]
    [InlineData("Port ref EAS/1234567", true)]
    [InlineData("UAN 1212-0001-1234-5678", true)]
    [InlineData("GWF012345678", true)]
    [InlineData("policy M1234567", false)]
    [InlineData("Home Office rate, URN 1234567", false)]
    [InlineData("Home Office grant £1000000", false)]
    [InlineData("URN SC123456", false)]
    public void A_Home_Office_number_needs_its_word_unless_its_shape_is_sure(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.HomeOfficeReference).ShouldBe(isFound);

    [Theory]
    [InlineData("his car AB12 CDE", true)]
    [InlineData("reg ab12cde", true)]
    [InlineData("drives A123 BCD", true)]
    [InlineData("invoice AB12 CDE", false)]
    [InlineData("by car on the A12 and A13", false)]
    public void A_number_plate_needs_its_word(string text, bool isFound) =>
        Kinds(text).Contains(IdentifierKind.VehicleRegistration).ShouldBe(isFound);

    [Theory]
    [InlineData("£1,250.00 a week for 26 weeks from 1 December 2026, 10 core hours and 5 more, £32,500.00 in all.")]
    [InlineData("C-7KQ2-M4XD, P-3KD7-Q9FX, R-7QK3-9F2D; Ofsted URN 9000001 and SC123456, since 28 April 2023.")]
    [InlineData("Scores 4, 3 and 5 of 5; 99% below the other bid; sleep-in 22:00-07:00; HA9, NW10; PCR 2015, reg. 69.")]
    [InlineData("A 17-year-old of section 20 asks for 24-hour staff, one-to-one 2:1, and a bedroom of 10.22 m².")]
    [InlineData("The answer names no wages for the nights")]
    public void What_a_reason_speaks_of_otherwise_passes(string text) => Kinds(text).ShouldBeEmpty();

    [Fact]
    public void No_reference_of_the_portal_is_taken_for_anything()
    {
        const string alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
        var random = new Random(20261127);
        for (var i = 0; i < 5_000; i++)
        {
            var letters = random.GetItems(alphabet.AsSpan(), 8);
            var reference = $"{"CPR"[i % 3]}-{new string(letters, 0, 4)}-{new string(letters, 4, 4)}";

            PrivacyCheck.Find($"As {reference} says", Today).ShouldBeEmpty(reference);
        }
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("\ud800")]
    [InlineData("\uffff\ufdd0\U0001f4a5\u0301")]
    [InlineData("")]
    public void Any_text_can_be_asked_about(string text) => Kinds(text).ShouldBeEmpty();

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("0 7 ")]
    [InlineData("9434765919 ")]
    [InlineData("a@")]
    [InlineData("a@a.")]
    [InlineData("a at b ")]
    [InlineData("AB 12 34 56 ")]
    [InlineData("1 elm ")]
    [InlineData("1 Road ")]
    [InlineData("1/1/")]
    [InlineData("born 1 may ")]
    [InlineData("HA9 ")]
    [InlineData("H A 9 ")]
    [InlineData("insta is ")]
    [InlineData("+ ")]
    [InlineData("\u200B")]
    [InlineData(" ")]
    [InlineData("\ufdfa")]
    public void The_longest_text_takes_no_longer_than_its_length_says(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (20_000 / piece.Length) + 1))[..20_000];
        PrivacyCheck.Find(text[..1_000], Today);
        var began = Stopwatch.GetTimestamp();

        PrivacyCheck.Find(text, Today);

        // Measured at a second on a busy machine; what grew with the square would take minutes.
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static IdentifierKind[] Kinds(string text) => [.. PrivacyCheck.Find(text, Today).Select(f => f.Kind)];
}
