using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Property.Visits;

/// <summary>What an answer must hold before it is kept.</summary>
internal static class VisitAnswerRules
{
    /// <summary>The answers as they are kept: a bedroom's result follows from its area.</summary>
    /// <exception cref="InvalidInputException">An unknown or repeated question, or an area that is missing.</exception>
    /// <exception cref="BusinessException">An advisory or a fail without a note.</exception>
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

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        var withoutNote = kept.Find(a =>
            a.Result is VisitItemResult.Advisory or VisitItemResult.Fail && string.IsNullOrWhiteSpace(a.Note));
        return withoutNote is null
            ? kept
            : throw new BusinessException(PropertyErrorCodes.NoteNeeded)
                .WithData("question", items.Single(item => item.IsAnsweredBy(withoutNote)).Title)
                .WithData("itemId", withoutNote.ItemId)
                .WithData("placeId", withoutNote.PlaceId);
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

        if (dto.MeasuredArea is not { } area || area != decimal.Round(area, 2))
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
