using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// A street without a number, or a house with a name, that is somebody's home or haunt: "lives on Elmwood Avenue",
/// "stays at Rose Cottage". Other streets are for <see cref="Worth"/>. Source: privacy check, "house names, and a
/// street named as someone's home or haunt".
/// </summary>
internal static class NamedStreets
{
    private const string Capital = @"(?:[A-Z0-9][A-Z0-9']*)";

    private static readonly Regex Street = Pattern.Of(
        @"\b(?:" + Capital + @"[ -]){1,3}(?:STREET|ROAD|AVENUE|LANE|CRESCENT|TERRACE|MEWS|RD|AVE|LN|CRES|GDNS|CLOSE"
            + @"|DRIVE|GARDENS|GROVE|SQUARE|PARADE|WALK"
            + @"|RISE|ROW|BROADWAY|WHARF|YARD|HILL|WAY|GREEN|ESTATE|COURT|PLACE)\b");

    private static readonly Regex House = Pattern.Of(
        @"\b(?:THE )?(?:" + Capital + @"[ -]){0,3}(?:COTTAGE|FARM|FARMHOUSE|HOUSE|LODGE|FORGE|RECTORY|VICARAGE|BARN"
            + @"|BARNS|MILL|MANOR|VILLA|BUNGALOW|HALL|COURT|TOWER|POINT|HEIGHTS|GATEHOUSE)\b");

    /// <summary>Words that go with streets as well, so the word before has to be "on" or its like.</summary>
    private static readonly HashSet<string> Doubtful =
        new(StringComparer.Ordinal) { "HILL", "WAY", "GREEN", "COURT", "PLACE", "WALK", "ESTATE", "ROW", "SQUARE",
            "CLOSE", "DRIVE" };

    /// <summary>No name of a street: "the road", "a quiet street".</summary>
    private static readonly HashSet<string> NotNames = new(StringComparer.Ordinal)
    {
        "A", "AN", "THE", "ON", "AT", "IN", "OFF", "NEAR", "DOWN", "BY", "AND", "OF", "FROM", "TO", "ROUND", "AROUND",
        "OUR", "HIS", "HER", "THEIR", "MAIN",
        "QUIET", "BUSY", "SAME", "LOCAL", "LIVES", "THIS", "THAT", "ONE", "FOR", "WITH", "OUTSIDE", "ALONG", "TOWARDS",
    };

    private static readonly Regex Home = Pattern.Of(
        @"\bLIVES?\b|\bLIVED\b|\bLIVING\b|\bSTAYS?\b|\bSTAYED\b|\bSTAYING\b|\bRESID|\bHOME (?:IS|WAS|ADDRESS)"
            + @"|\bADDRESS|\bHANG(?:S|ING)?\b|\bFOUND\b|\bSEEN\b|\bMEETS?\b"
            + @"|\bMEETING (?:HIS|HER|FRIENDS)|\bSLEEPS?\b|\bSLEPT\b|\bSLEEPING\b|\bDEALS?\b|\bDEALING\b|\b(?:MUM"
            + @"|DAD|NAN|GRAN|AUNT|UNCLE|BOYFRIEND|GIRLFRIEND|FRIEND|COUSIN|SISTER|BROTHER|FATHER|MOTHER|CARER)(?:'S"
            + @"|S')?(?: HOUSE| FLAT| PLACE| HOME)?,? (?:IS |IS STILL )?(?:ON|AT|IN|OFF)\b"
            + @"|\bFAMILY\b|\bFRIENDS\b|\bBORN\b|\bPLACED? NEAR|\bFREQUENT|\bCHILL(?:S|ING)\b|\bGREW UP|\bRAISED\b"
            + @"|\bHOUSE ON\b|\bFLAT ON\b|\bLINKED TO\b|\bRETURNS? TO\b|\bARRESTED\b|\bSTABBED\b|\bMOVED (?:TO|FROM"
            + @"|INTO)|\bRAN (?:TO|FROM)|\bHIDING\b|\bPARKED\b|\bSQUAT|\bBEDSIT\b|\bFLAT (?:ABOVE|OVER|OFF)");

    private static readonly Regex Dwelling = Pattern.Of(
        @"\b(?:LIVES?|LIVED|LIVING|STAYS?|STAYED|STAYING|RESIDES?|RESIDED|HOME IS|HOME WAS|ADDRESS(?: IS)?:?"
            + @"|MOVED (?:TO|FROM|INTO)|PLACED|SLEEPS?|SLEPT|PLACE IS|HOUSE IS|HOUSE,|RAISED|GREW UP"
            + @"|FOUND)(?: [A-Z']{2,10}){0,2} (?:AT|IN|ON)? ?$|\bADDRESS:? $|\bHOUSE IS(?: CALLED)? $");

    private static readonly Regex CourtOfLaw = Pattern.Of(@"\b(?:CROWN|FAMILY|COUNTY|MAGISTRATES'?|HIGH|YOUTH|APPEAL|SUPREME) COURT$");

    private static readonly Regex ProvidersHome = Pattern.Of(@"\b(?:OUR|THE) (?:HOME|PROPERTY|PREMISES|SERVICE|OFFICE|BUILDING|HOUSE|SETTING|UNIT)\b");

    private static readonly Regex OnIt = Pattern.Of(@"\b(?:ON|AT|OFF|IN|DOWN|AROUND|ROUND|NEAR|OUTSIDE|ALONG|TO|FROM)(?: THE)? $");

    public static IEnumerable<Finding> In(PlainText text) =>
        Streets(text).Where(street => street.IsHome).Select(street => street.Found)
            .Concat(Houses(text));

    /// <summary>Every street with a name in capitals, and whether it is somebody's.</summary>
    public static IEnumerable<(Finding Found, bool IsHome)> Streets(PlainText text)
    {
        for (var match = Street.Match(text.Text); match.Success; match = match.NextMatch())
        {
            var (start, name) = Named(text, match);
            if (name is null || CourtOfLaw.IsMatch(name))
            {
                continue;
            }

            var type = match.Value[(match.Value.LastIndexOfAny([' ', '-']) + 1)..];
            var isHome = text.IsAfter(Home, start, 48) && !text.IsAfter(ProvidersHome, start, 30)
                && (!Doubtful.Contains(type) || text.IsAfter(OnIt, start, 8));
            yield return (text.Finding(IdentifierKind.Address, start, match.Index + match.Length - start), isHome);
        }
    }

    private static IEnumerable<Finding> Houses(PlainText text)
    {
        for (var match = House.Match(text.Text); match.Success; match = match.NextMatch())
        {
            var (start, name) = Named(text, match);
            if (name is not null && !CourtOfLaw.IsMatch(name) && text.IsAfter(Dwelling, start, 40)
                && !text.IsAfter(ProvidersHome, start, 30))
            {
                yield return text.Finding(IdentifierKind.Address, start, match.Index + match.Length - start);
            }
        }
    }

    /// <summary>From the first of the words in capitals that runs up to the last word.</summary>
    private static (int Start, string? Name) Named(PlainText text, Match match)
    {
        var last = match.Value.LastIndexOfAny([' ', '-']) + 1;
        if (last == 0 || !text.IsCapital(match.Index + last))
        {
            return default;
        }

        var start = -1;
        var hasName = false;
        for (var at = last; at > 0;)
        {
            var word = match.Value.LastIndexOfAny([' ', '-'], at - 2) + 1;
            var value = match.Value[word..(at - 1)];
            if (!text.IsCapital(match.Index + word) || (NotNames.Contains(value) && value != "THE"))
            {
                break;
            }

            hasName |= value != "THE";
            start = match.Index + word;
            at = word;
        }

        return hasName ? (start, match.Value) : default;
    }
}
