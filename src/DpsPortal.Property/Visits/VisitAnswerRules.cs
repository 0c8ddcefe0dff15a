using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Property.Visits;

/// <summary>
/// What an answer must be to be kept. A note or an area may still be missing: a fail is kept the moment it is tapped,
/// so that no reload loses it, and the visit waits for the rest.
/// </summary>
internal static class VisitAnswerRules
{
    /// <summary>The answers as they are kept: a bedroom's result follows from its area.</summary>
    /// <exception cref="InvalidInputException">An unknown or repeated question, or an area that is none.</exception>
    public static IReadOnlyList<VisitAnswer> Check(
        IReadOnlyList<VisitAnswerDto> answers, IReadOnlyList<VisitItem> items)
    {
        var errors = new List<FieldError>();
        var kept = new List<VisitAnswer>();
        for (var i = 0; i < answers.Count; i++)
        {
            if (Read(answers[i], $"answers[{i}]", items, kept, errors) is { } answer)
            {
                kept.Add(answer);
            }
        }

        return errors.Count == 0 ? kept : throw new InvalidInputException(errors);
    }

    private static VisitAnswer? Read(
        VisitAnswerDto dto, string path, IReadOnlyList<VisitItem> items, List<VisitAnswer> kept,
        List<FieldError> errors)
    {
        var answer = new VisitAnswer
        {
            Id = Guid.NewGuid(),
            ItemId = dto.ItemId,
            PlaceId = dto.PlaceId,
            Result = dto.Result,
            Note = string.IsNullOrWhiteSpace(dto.Note) ? null : dto.Note.Trim(),
            PhotoIds = [.. (dto.PhotoIds ?? []).Distinct()],
        };
        var item = items.SingleOrDefault(item => item.IsAnsweredBy(answer));
        if (item is null || kept.Exists(item.IsAnsweredBy))
        {
            errors.Add(new($"{path}.itemId", "Answer each question of this home’s checklist once."));
            return null;
        }

        if (item.Item.MeasuresArea)
        {
            Measure(answer, dto, item.Bedroom!, path, errors);
        }

        return answer;
    }

    private static void Measure(
        VisitAnswer answer, VisitAnswerDto dto, VisitBedroom bedroom, string path, List<FieldError> errors)
    {
        if (dto.Result == VisitItemResult.NotApplicable)
        {
            errors.Add(new($"{path}.result", "Measure every bedroom: this question always applies."));
        }

        if (dto.MeasuredArea is not { } area)
        {
            return;
        }

        if (area != decimal.Round(area, 2))
        {
            errors.Add(new($"{path}.measuredArea", "Give the measured area in m², with up to two decimals."));
            return;
        }

        answer.MeasuredArea = area;
        if (BedroomArea.Check(area, bedroom.MaxOccupants) != BedroomAreaFinding.Passes)
        {
            answer.Result = VisitItemResult.Fail;
            answer.Note ??= string.Create(CultureInfo.InvariantCulture,
                $"Measured {area:0.00} m²; the least for {bedroom.MaxOccupants} is {Least(bedroom):0.00} m².");
        }
    }

    private static decimal Least(VisitBedroom bedroom) =>
        bedroom.MaxOccupants == 1 ? BedroomArea.OneAdult : BedroomArea.TwoAdults;
}
