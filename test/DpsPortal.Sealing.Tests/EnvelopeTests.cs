using System.Security.Cryptography;
using System.Text.Json;

namespace DpsPortal.Sealing.Tests;

/// <summary>Only the holder of the box key reads a bid, and only where it belongs.</summary>
public sealed class EnvelopeTests : IDisposable
{
    private static readonly EnvelopePlace Place = new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), 2);
    private static readonly SealedBid Bid = new("""{"totalWeeklyPence":123456}""", Receipt.NewSalt(), "{}");
    private readonly ECDiffieHellman _pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void What_was_sealed_comes_out_as_it_went_in() =>
        Envelope.Open(_pair, Place, Seal(Bid)).ShouldBe(Bid);

    [Fact]
    public void It_opens_with_no_other_key()
    {
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

        Should.Throw<CryptographicException>(() => Envelope.Open(other, Place, Seal(Bid)));
    }

    public static TheoryData<EnvelopePlace> OtherPlaces =>
    [
        Place with { CallOffId = Guid.NewGuid() }, Place with { ProviderId = Guid.NewGuid() },
        Place with { BidId = Guid.NewGuid() }, Place with { Version = 1 },
    ];

    [Theory, MemberData(nameof(OtherPlaces), DisableDiscoveryEnumeration = true)]
    public void T08_it_opens_in_no_other_place(EnvelopePlace place) =>
        Should.Throw<CryptographicException>(() => Envelope.Open(_pair, place, Seal(Bid)));

    [Fact]
    public void Of_a_flipped_bit_anywhere_none_goes_unseen()
    {
        var text = Seal(Bid);
        for (var i = 0; i < text.Length; i += text.Length > 1_000 ? 7 : 1)
        {
            var changed = string.Concat(text.AsSpan(0, i), ((char)(text[i] ^ 1)).ToString(), text.AsSpan(i + 1));
            var thrown = Should.Throw<Exception>(() => Envelope.Open(_pair, Place, changed), $"at {i}");
            (thrown is CryptographicException or FormatException or JsonException).ShouldBeTrue(thrown.ToString());
        }
    }

    [Fact]
    public void T35_the_length_of_an_envelope_tells_only_in_how_many_steps_of_4_KiB_the_bid_fits()
    {
        int Length(int answer) => Seal(Bid with { Content = new string('x', answer) }).Length;

        Length(3_000).ShouldBe(Length(1));
        Length(5_000).ShouldBe(Length(7_000));
        Length(5_000).ShouldBeGreaterThan(Length(3_000));
    }

    [Fact]
    public void The_same_bid_sealed_twice_gives_two_envelopes_and_neither_holds_a_word_of_it()
    {
        var (first, second) = (Seal(Bid), Seal(Bid));

        second.ShouldNotBe(first);
        first.ShouldNotContain("123456");
        first.ShouldNotContain(Bid.Salt);
    }

    public void Dispose() => _pair.Dispose();

    private string Seal(SealedBid bid) => Envelope.Seal(
        new BoxKey
        {
            Format = BoxKey.CurrentFormat,
            CallOffId = Place.CallOffId,
            Spki = Convert.ToBase64String(_pair.ExportSubjectPublicKeyInfo()),
            ClosesAt = DateTime.UnixEpoch,
        },
        Place, bid);
}
