using Keys = System.Collections.Generic.HashSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Named schools and colleges: "Oakfield School", "College of North West London", "at St Joseph's" after a word about
/// attending. A kind of school without a name passes: "a local college", "Pupil Referral Unit".
/// Source: privacy check, "named schools and colleges".
/// </summary>
internal static class SchoolNames
{
    private const int MostWordsOfName = 6;

    private static readonly Keys Kinds = Of("SCHOOL ACADEMY COLLEGE PRU UNIVERSITY SIXTH HIGH GRAMMAR PRIMARY INFANTS JUNIORS NURSERY UTC POLYTECHNIC");

    /// <summary>Part of a kind, never of a name by itself.</summary>
    private static readonly Keys Generic = Of(
        "A AN THE HIS HER THEIR MY OUR THIS THAT LOCAL MAINSTREAM SPECIAL SECONDARY PRIMARY HIGH UPPER LOWER MIDDLE "
        + "JUNIOR INFANT BOYS BOYS' GIRLS GIRLS' GIRL BOY "
        + "COMMUNITY GRAMMAR SIXTH FORM FURTHER HIGHER EDUCATION FE HE SEN SEMH SPECIALIST INDEPENDENT BOARDING DAY "
        + "VIRTUAL PUPIL REFERRAL UNIT ALTERNATIVE PROVISION "
        + "PRU SCHOOL COLLEGE ACADEMY UNIVERSITY NEW OLD PREVIOUS CURRENT LAST FIRST ART MUSIC DRAMA FOOTBALL SUMMER "
        + "SUNDAY SATURDAY LANGUAGE ENGLISH CATHOLIC CHRISTIAN "
        + "MUSLIM ISLAMIC FAITH STATE PUBLIC PRIVATE FREE OPEN YEAR LEVEL PLACE NEAR AT TO IN OF AND FOR FROM WITH "
        + "ATTENDS ATTENDED ATTENDING STARTS STARTED STUDENT ROLL "
        + "SCIENCE TECHNOLOGY SPORTS TECHNICAL BUSINESS VOCATIONAL LAND BASED DRIVING BEAUTY BARBER ONLINE NO ANY "
        + "EACH EVERY ANOTHER SAME OTHER ONE BIG SMALL "
        + "WENT GOES LEFT HAS IS WAS NURSERY AFTER BEFORE PRE BACK STAFF EXCLUDED MISSED LIKES ROYAL LONDON COLLEGES "
        + "POLICING NURSING UK BRITISH NATIONAL LAW MEDICAL ON "
        + "DANCE CITY OFSTED");

    private static readonly Keys Tail = Of("SCHOOL ACADEMY COLLEGE FORM PRU PROVISION UNIVERSITY SIXTH CENTRE UTC");
    private static readonly Keys Attending = Of("ATTENDS ATTENDED ATTENDING STUDIES STUDYING STUDENT PUPIL ENROLLED ROLL PUPILS BULLIED EXCLUDED EDUCATED TEACHER HEADTEACHER SCHOOL COLLEGE GOES WENT YEAR");
    private static readonly Keys Between = Of("AT TO FROM OF THE IN ON IS");
    private static readonly Keys Joining = Of("OF AND THE FOR & ST");

    /// <summary>"College of Policing", "Royal College of Nursing": bodies, not somewhere to learn.</summary>
    private static readonly Keys Professions = Of("POLICING NURSING PSYCHIATRISTS PHYSICIANS PAEDIATRICS SURGEONS MIDWIVES SOCIAL OCCUPATIONAL GPS GENERAL EMERGENCY");

    public static IEnumerable<Finding> In(PlainText text)
    {
        var words = new Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            if ((words.IsOneOf(i, Kinds) || (words.Is(i, "UNIT") && words.Is(i - 1, "REFERRAL")))
                && (Around(words, i) ?? OfPlace(words, i)) is { } span)
            {
                yield return text.Finding(IdentifierKind.SchoolName, words[span.First].Start, EndOf(text, words,
                    span.Last) - words[span.First].Start);
                i = span.Last;
            }
            else if (AfterAttending(text, words, i) is { } saint)
            {
                yield return text.Finding(IdentifierKind.SchoolName, words[saint.First].Start, EndOf(text, words,
                    saint.Last) - words[saint.First].Start);
                i = saint.Last;
            }
        }
    }

    private static int EndOf(PlainText text, Words words, int last) =>
        words[last].IsPossessive ? Math.Min(text.Text.Length, words[last].End + 2) : words[last].End;

    /// <summary>A name before the kind, and what goes on after it: "Harris Academy Peckham".</summary>
    private static (int First, int Last)? Around(Words words, int kind)
    {
        var last = kind;
        while (last + 1 < words.Count && words[last + 1].Before == Gap.Blank && last - kind < 4
            && (words.IsOneOf(last + 1, Tail) && words[last + 1].IsCapital == words[kind].IsCapital
                || (words[kind].IsCapital && words[last + 1].IsCapital
                && !words[last + 1].Is(Traits.Acronym | Traits.Role)
                    && (words.IsOneOf(last + 1, Kinds) || words[last + 1].Is(Traits.Place | Traits.KnownPlace)
                    || words.Is(last + 1, "FORM")))))
        {
            last++;
        }

        // "Wembley High Technology College": the kind that ends it may stand further on.
        for (var ahead = last + 1; ahead <= last + 3 && ahead < words.Count && words[kind].IsCapital
            && words[ahead].IsCapital && words[ahead].Before is Gap.Blank or Gap.Hyphen
            && !words[ahead].Is(Traits.Role); ahead++)
        {
            if (words.IsOneOf(ahead, Tail))
            {
                last = ahead;
                break;
            }
        }

        var isSchool = Enumerable.Range(kind, last - kind + 1).Any(i => words.IsOneOf(i, Tail) || words.Is(i, "UNIT")
            || words.Is(i, "PRIMARY") || words.Is(i, "HIGH"));
        if (!isSchool || (words.Is(kind, "HIGH") && last == kind && !words[kind].IsCapital)
            || (words.Is(kind, "NURSERY") && last == kind))
        {
            return null;
        }

        var first = kind;
        var hasName = false;
        for (var i = kind - 1; i >= 0 && i >= kind - MostWordsOfName
            && words[i + 1].Before is Gap.Blank or Gap.Hyphen; i--)
        {
            // "Hannah's school" tells of Hannah, not of the school.
            if (!words[kind].IsCapital && words[i].IsPossessive)
            {
                break;
            }

            if (words.IsOneOf(i, Between) && !words.Is(i, "OF") && !words.Is(i, "THE"))
            {
                break;
            }

            var isName = words[kind].IsCapital
                ? words[i].IsCapital && !words[i].HasDigit && !words[i].Is(Traits.Acronym)
                : IsSmallName(words, i);
            if (isName)
            {
                hasName |= IsProper(words, i, words[kind].IsCapital);
                first = i;
            }
            else if (!(words[kind].IsCapital && words.IsOneOf(i, Joining) && i > 0 && words[i - 1].IsCapital)
                || words.Is(i, "AT"))
            {
                break;
            }
        }

        while (first < kind && words[kind].IsCapital && (words[first].Before == Gap.Hard || words.Is(first, "THE"))
            && words.IsOneOf(first, Generic) && !words.Is(first, "THE") && !words.Is(first, "CITY"))
        {
            first++;
        }

        return hasName && first < kind && !words.Is(last + 1, "HOSPITAL") ? (first, last) : null;
    }

    /// <summary>Not a kind of school; at the head of a sentence not an ordinary word either.</summary>
    private static bool IsProper(Words words, int i, bool isCapital) =>
        !words.IsOneOf(i, Generic) && !words[i].Is(Traits.Role | Traits.Verb) && !(words.IsTitleCase
            && words[i].Is(Traits.Ordinary))
        && !(isCapital && words[i].Before == Gap.Hard && words[i].Is(Traits.Ordinary)
        && !words[i].Is(Traits.Name | Traits.Place) && words[i + 1].Before == Gap.Blank && !words[i + 1].IsCapital);

    /// <summary>"lister community school": in small letters only what no dictionary has.</summary>
    private static bool IsSmallName(Words words, int i) =>
        !words[i].HasDigit && words[i].Length > 2 && !words[i].Is(Traits.Verb | Traits.Role | Traits.Quiet)
        && ((!words[i].Is(Traits.Ordinary) && !words.IsOneOf(i, Generic)) || words.IsOneOf(i, SmallKinds));

    private static readonly Keys SmallKinds = Of("COMMUNITY HIGH PRIMARY SECONDARY GRAMMAR CATHOLIC GIRLS BOYS TECHNOLOGY PARK");

    /// <summary>"College of North West London", "University of Leicester".</summary>
    private static (int First, int Last)? OfPlace(Words words, int kind)
    {
        if (!words[kind].IsCapital || !(words.Is(kind, "COLLEGE") || words.Is(kind, "UNIVERSITY")
            || words.Is(kind, "ACADEMY") || words.Is(kind, "SCHOOL"))
            || !words.Is(kind + 1, "OF") || kind + 2 >= words.Count || !words[kind + 2].IsCapital
            || words.IsOneOf(kind + 2, Professions))
        {
            return null;
        }

        var last = kind + 2;
        while (last + 1 < words.Count && words[last + 1].Before == Gap.Blank && words[last + 1].IsCapital
            && last - kind < 6)
        {
            last++;
        }

        return (kind, last);
    }

    /// <summary>"At St Joseph's she was bullied", "attends St Thomas More".</summary>
    private static (int First, int Last)? AfterAttending(PlainText text, Words words, int i)
    {
        if (NamedOnly(words, i) is { } named)
        {
            return named;
        }

        if (!words.Is(i, "ST") && !words.Is(i, "SAINT") || i + 1 >= words.Count)
        {
            return null;
        }

        if (!words[i].IsCapital || !words[i + 1].IsCapital)
        {
            return !words[i].IsCapital && i > 1 && words.IsOneOf(i - 1, Between) && words.IsOneOf(i - 2, Attending)
                && !words[i + 1].Is(Traits.Ordinary)
                ? (i, i + 1)
                : null;
        }

        var isAttending = false;
        for (var j = Math.Max(0, i - 4); j < Math.Min(words.Count, i + 6) && !isAttending; j++)
        {
            isAttending = words.IsOneOf(j, Attending);
        }

        if (!isAttending || !(words[i + 1].IsPossessive || (i > 0 && words.IsOneOf(i - 1, Attending)) || (i > 1
            && words.IsOneOf(i - 2, Attending) && words.IsOneOf(i - 1, Between))))
        {
            return null;
        }

        var last = i + 1;
        while (!words[last].IsPossessive && last + 1 < words.Count && words[last + 1].Before == Gap.Blank
            && words[last + 1].IsCapital)
        {
            last++;
        }

        if (last + 1 < words.Count && words[last + 1].Before == Gap.Blank && words[last + 1].IsCapital
            && (words.IsOneOf(last + 1, Kinds) || words.IsOneOf(last + 2, Kinds)
            || words.IsOneOf(last + 3, Kinds)))
        {
            return null;
        }

        return words.Is(last + 1, "CHURCH") || words.Is(last + 1, "HOSPITAL") ? null : (i, last);
    }

    /// <summary>
    /// "goes to Kingsmead and is in year 10", "enrolled at Capel Manor": a name alone, where the sentence speaks of
    /// learning.
    /// </summary>
    private static (int First, int Last)? NamedOnly(Words words, int i)
    {
        if (i < 2 || words.IsTitleCase || !words[i].IsCapital || words[i].Before != Gap.Blank
            || words[i].IsInCapitals || !MayBeSchool(words, i))
        {
            return null;
        }

        var verb = words.IsOneOf(i - 1, Between) ? i - 2 : i - 1;
        var isSure = verb == i - 2 && words.IsOneOf(verb, Enrolled) && (words.Is(i - 1, "AT")
            || (words.Is(i - 1, "FROM") && words.Is(verb, "EXCLUDED")));
        if (!isSure && !((words.IsOneOf(verb, Goes) || words.IsOneOf(verb, Attending)) && SpeaksOfLearning(words, i)))
        {
            return null;
        }

        var last = i;
        while (last + 1 < words.Count && last - i < 4 && words[last + 1].Before is Gap.Blank or Gap.Hyphen
            && words[last + 1].IsCapital && !words[last + 1].IsInCapitals)
        {
            last++;
        }

        return Enumerable.Range(i, last - i + 1).Any(j => words.IsOneOf(j, Kinds)
            || words.IsOneOf(j, Vocabulary.Bodies)) ? null : (i, last);
    }

    private static readonly Keys Enrolled = Of("ENROLLED STUDYING STUDIES STUDENT PUPIL ROLL EXCLUDED EDUCATED COURSE");
    private static readonly Keys Goes = Of("GOES WENT GOING ATTENDS ATTENDED ATTENDING");
    private static readonly Keys Learning = Of("YEAR GCSE GCSES SCHOOL COLLEGE LESSONS TIMETABLE CLASS TEACHERS TUTOR COURSE A-LEVELS BTEC EHCP SENCO");

    private static bool MayBeSchool(Words words, int i) =>
        !words[i].Is(Traits.Quiet | Traits.KnownPlace | Traits.Role | Traits.Acronym) && !words.IsOneOf(i, Generic)
            && !words.IsOneOf(i, Kinds);

    private static bool SpeaksOfLearning(Words words, int i)
    {
        for (var j = Math.Max(0, i - 8); j < Math.Min(words.Count, i + 10); j++)
        {
            if (j != i && words.IsOneOf(j, Learning))
            {
                return true;
            }
        }

        return false;
    }

    private static Keys Of(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
