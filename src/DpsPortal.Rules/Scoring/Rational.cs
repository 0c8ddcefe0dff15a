using System.Numerics;

namespace DpsPortal.Rules.Scoring;

/// <summary>An exact fraction, so that a score is rounded once, at its end. The denominator is positive.</summary>
internal readonly record struct Rational(BigInteger Numerator, BigInteger Denominator) : IComparable<Rational>
{
    public static Rational Zero => new(0, 1);

    public static implicit operator Rational(long value) => new(value, 1);

    public static implicit operator Rational(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xFF;
        return new Rational(bits[3] < 0 ? -magnitude : magnitude, BigInteger.Pow(10, scale));
    }

    /// <remarks>Over the least common denominator: a sum of many decimals keeps a small one.</remarks>
    public static Rational operator +(Rational one, Rational other)
    {
        var shared = BigInteger.GreatestCommonDivisor(one.Denominator, other.Denominator);
        var (ones, others) = (other.Denominator / shared, one.Denominator / shared);
        return new Rational((one.Numerator * ones) + (other.Numerator * others), one.Denominator * ones);
    }

    public static Rational operator -(Rational one, Rational other) =>
        one + new Rational(-other.Numerator, other.Denominator);

    public static Rational operator *(Rational one, Rational other) =>
        new(one.Numerator * other.Numerator, one.Denominator * other.Denominator);

    /// <exception cref="DivideByZeroException">The divisor is nought.</exception>
    public static Rational operator /(Rational one, Rational other) => other.Numerator.Sign switch
    {
        0 => throw new DivideByZeroException(),
        > 0 => new(one.Numerator * other.Denominator, one.Denominator * other.Numerator),
        _ => new(-one.Numerator * other.Denominator, one.Denominator * -other.Numerator),
    };

    public int CompareTo(Rational other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public Rational HeldBetween(Rational least, Rational most) =>
        CompareTo(least) < 0 ? least : CompareTo(most) > 0 ? most : this;

    /// <summary>Rounds half-up to two decimals, which the result shows even when they are noughts.</summary>
    /// <remarks>Only for values that are not negative: no score is.</remarks>
    public decimal ToTwoDecimals()
    {
        var hundredths = (long)(((200 * Numerator) + Denominator) / (2 * Denominator));
        return new decimal((int)(uint)hundredths, (int)(uint)(hundredths >> 32), 0, isNegative: false, scale: 2);
    }
}
