using System.ComponentModel.DataAnnotations.Schema;
using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// What tests of people want next of an officer: outcomes that others proposed, interviews that lack a score or an
/// agreement, and tests that opened again. One line for an application, which names its people and leads to the first.
/// </summary>
internal sealed class FitnessToday(IAccreditationDbContext db, ICurrentUser user)
{
    /// <summary>For an officer who reviews applications.</summary>
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
    [
        .. await ToConfirmAsync(ct), .. await ToScoreAsync(ct), .. await ToAgreeAsync(ct), .. await OpenAgainAsync(ct),
    ];

    /// <summary>Proposals of others: nobody confirms their own.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> ToConfirmAsync(CancellationToken ct) => ToItems(
        "Fitness.Confirm",
        await TestsAsync(
            "$.people[*] ? (exists(@.outcome) && !exists(@.confirmedAt) && @.proposedBy.id != $me)", ct));

    /// <summary>A colleague has scored an interview, and a second officer has to.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> ToScoreAsync(CancellationToken ct) => ToItems(
        "Fitness.Score",
        await TestsAsync(
            "$.people[*] ? (!exists(@.outcome) && @.interview.given.size() == 1 && @.interview.given[0].by.id != $me)",
            ct));

    /// <summary>The panel has scored, the officer among it, and has not agreed.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> ToAgreeAsync(CancellationToken ct) => ToItems(
        "Fitness.Agree",
        await TestsAsync(
            "$.people[*] ? (!exists(@.outcome) && !exists(@.interview.agreed) && @.interview.given.size() >= 2"
            + " && exists(@.interview.given[*] ? (@.by.id == $me)))",
            ct));

    /// <param name="path">Which people, with the officer as <c>$me</c>.</param>
    private Task<List<WaitingTests>> TestsAsync(string path, CancellationToken ct) =>
        db.Database.SqlQuery<WaitingTests>(
            $"""
             select a.id, a.provider_name, a.next_due_on,
                 string_agg(person ->> 'name', E'\n' order by person ->> 'name', person ->> 'personId') as names,
                 (array_agg((person ->> 'personId')::uuid
                     order by person ->> 'name', person ->> 'personId'))[1] as first_id
             from accreditation.applications a
             cross join lateral jsonb_path_query(
                 a.fit_and_proper_test, {path}::jsonpath, jsonb_build_object('me', {user.Id.ToString()})) person
             where a.host_authority_id = {user.OrganisationId} and a.membership = 'Admitted'
                 and a.accreditation not in ('NotStarted', 'NotAccredited')
                 and (a.accreditation = 'FitAndProperTest' or person ->> 'reopenedAt' is not null)
                 and not exists (
                     select from accreditation.interest_declarations i
                     where i.provider_id = a.provider_id and i.officer_id = {user.Id} and i.has_conflict)
             group by a.id
             order by a.next_due_on, a.id
             limit {ITodaySource.MostItems}
             """).ToListAsync(ct);

    /// <summary>Of applications that are the officer's or nobody's.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> OpenAgainAsync(CancellationToken ct) => ToItems(
        "Fitness.Reopened",
        await db.Database.SqlQuery<WaitingTests>(
            $"""
             select a.id, a.provider_name, a.next_due_on,
                 string_agg(person ->> 'name', E'\n' order by person ->> 'name', person ->> 'personId') as names,
                 (array_agg((person ->> 'personId')::uuid
                     order by person ->> 'name', person ->> 'personId'))[1] as first_id
             from accreditation.applications a
             cross join lateral jsonb_path_query(
                 a.fit_and_proper_test, '$.people[*] ? (exists(@.reopenedAt) && !exists(@.outcome))') person
             where a.host_authority_id = {user.OrganisationId} and a.membership = 'Admitted'
                 and a.accreditation not in ('NotStarted', 'NotAccredited')
                 and (a.assigned_to_id is null or a.assigned_to_id = {user.Id})
                 and not exists (
                     select from accreditation.interest_declarations i
                     where i.provider_id = a.provider_id and i.officer_id = {user.Id} and i.has_conflict)
             group by a.id
             order by a.next_due_on, a.id
             limit {ITodaySource.MostItems}
             """).ToListAsync(ct));

    private static IReadOnlyList<TodayItemDto> ToItems(string kind, IReadOnlyList<WaitingTests> waiting) =>
    [
        .. waiting.Select(w => new TodayItemDto(
            kind, w.Id, w.ProviderName, InWords(w.Names.Split('\n')), DueOn: w.NextDueOn, PartId: w.FirstId)),
    ];

    private static string InWords(string[] names) => names.Length switch
    {
        1 => names[0],
        2 => $"{names[0]} and {names[1]}",
        _ => $"{names[0]} and {names.Length - 1} others",
    };
}

/// <summary>An application whose tests want something of an officer.</summary>
internal sealed record WaitingTests
{
    [Column("id")]
    public required Guid Id { get; init; }

    [Column("provider_name")]
    public required string ProviderName { get; init; }

    /// <summary>Of those whose tests wait, one a line, in their order.</summary>
    [Column("names")]
    public required string Names { get; init; }

    [Column("first_id")]
    public required Guid FirstId { get; init; }

    [Column("next_due_on")]
    public required DateOnly? NextDueOn { get; init; }
}
