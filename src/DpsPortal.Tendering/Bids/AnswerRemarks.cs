using System.Text.RegularExpressions;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Privacy;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Bids;

/// <summary>
/// What in an answer tells whose bid it is, or its price: quality is scored before either is seen (fact 13). Said to the
/// bidder while there is time, and in nobody's way.
/// </summary>
internal static partial class AnswerRemarks
{
    /// <param name="homes">All of the bidder's.</param>
    public static IEnumerable<string> Of(
        BidContent bid, CallOff callOff, string provider, IReadOnlyList<PremisesSummary> homes)
    {
        foreach (var criterion in callOff.Criteria)
        {
            var text = bid.Answers.FirstOrDefault(a => a.CriterionId == criterion.Id)?.Text ?? "";
            if (homes.Select(h => h.Name).Prepend(provider).FirstOrDefault(n => OwnName.IsIn(text, n)) is { } name)
            {
                yield return $"Your answer on “{criterion.Name}” says “{name}”.";
            }

            if (Price().IsMatch(text))
            {
                yield return $"Your answer on “{criterion.Name}” says a price.";
            }
        }
    }

    [GeneratedRegex(@"£\s?\d|\b\d[\d,.]*\s?(pounds|GBP)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Price();
}
