using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// Whether another provider that applied to the same host gave a name or a number that is one organisation's. It keeps
/// nobody from applying: an officer has to find out who is whom.
/// </summary>
internal static class SameAnswers
{
    /// <summary>Under row-level security: a host reads of its own applications only.</summary>
    public static async Task<IReadOnlyList<SameAsDto>> ReadSameAnswersAsync(
        this IAccreditationDbContext db, Application application, CancellationToken ct)
    {
        var answers = application.Answers;
        var name = answers.Organisation?.LegalName ?? "";
        var company = answers.Organisation?.CompanyNumber ?? "";
        var urn = answers.Ofsted?.Urn ?? "";
        var rows = await db.Database.SqlQuery<Row>(
            $"""
             select distinct same.answer as "Answer", a.provider_name as "ProviderName"
             from accreditation.applications a
             cross join lateral (values
               ('LegalName', lower(a.answers #>> array['organisation', 'legalName']), lower({name})),
               ('CompanyNumber', upper(a.answers #>> array['organisation', 'companyNumber']), upper({company})),
               ('OfstedUrn', upper(a.answers #>> array['ofsted', 'urn']), upper({urn}))
             ) same(answer, theirs, ours)
             where a.provider_id <> {application.ProviderId} and a.host_authority_id = {application.HostAuthorityId}
               and a.submitted_at is not null and same.ours <> '' and same.theirs = same.ours
             order by 1, 2
             """).ToListAsync(ct);
        return [.. rows.Select(r => new SameAsDto(Enum.Parse<SameAnswer>(r.Answer), r.ProviderName))];
    }

    private sealed record Row(string Answer, string ProviderName);
}
