using DpsPortal.Framework.Domain;

namespace DpsPortal.Tendering.Referrals;

/// <summary>What a private date of birth allows to be said in public: a band, and whether 18 is near.</summary>
internal sealed record Age(AgeBand Band, bool Turns18Within6Months)
{
    /// <summary>
    /// No looked-after child under this age may live here. Source: Care Planning Regs 2010, reg. 27A (fact 18).
    /// </summary>
    public const int Youngest = 16;

    public const int Oldest = 25;

    /// <param name="today">The London date.</param>
    /// <exception cref="BusinessException">Under sixteen; the message holds no date.</exception>
    /// <exception cref="InvalidInputException">Not yet born, or over 25.</exception>
    public static Age On(DateOnly today, DateOnly dateOfBirth)
    {
        if (dateOfBirth > today)
        {
            throw new InvalidInputException("dateOfBirth", "Enter a date of birth in the past.");
        }

        if (today < Birthday(dateOfBirth, Youngest))
        {
            throw new BusinessException(TenderingErrorCodes.UnderSixteen);
        }

        if (today >= Birthday(dateOfBirth, Oldest + 1))
        {
            throw new InvalidInputException("dateOfBirth", "The portal serves young people aged 16 to 25.");
        }

        var eighteenth = Birthday(dateOfBirth, 18);
        var band = today < eighteenth ? AgeBand.From16To17
            : today < Birthday(dateOfBirth, 21) ? AgeBand.From18To20
            : AgeBand.From21To25;
        return new Age(band, today < eighteenth && eighteenth <= today.AddMonths(6));
    }

    /// <summary>Somebody born on 29 February comes of age on 1 March where there is no 29th.</summary>
    private static DateOnly Birthday(DateOnly dateOfBirth, int age)
    {
        var sameDay = dateOfBirth.AddYears(age);
        return sameDay.Day == dateOfBirth.Day ? sameDay : sameDay.AddDays(1);
    }
}
