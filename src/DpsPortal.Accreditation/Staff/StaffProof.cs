using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Staff;

/// <summary>
/// What the single central record and the files drawn from it say against passing stage 2: no critical finding may
/// stand, every drawn file is read, and nine ticks of ten are compliant. Source: domain §2.4.
/// </summary>
/// <param name="Staff">Those in post on the day.</param>
/// <param name="Today">A London date.</param>
internal sealed record StaffProof(IReadOnlyList<StaffMember> Staff, StaffSample? Sample, DateOnly Today)
{
    public static readonly StaffProof None = new([], null, default);

    public static async Task<StaffProof> OfAsync(
        IAccreditationDbContext db, Application application, DateOnly today, CancellationToken ct)
    {
        var staff = await db.StaffMembers.AsNoTracking()
            .Where(s => s.ProviderId == application.ProviderId).OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct);
        var sample = await db.StaffSamples.AsNoTracking().SingleOrDefaultAsync(s => s.Id == application.Id, ct);
        return new StaffProof([.. staff.Where(s => !(s.Vetting.LeftOn < today))], sample, today);
    }

    /// <param name="settled">Findings that an officer has looked into, each with a reason.</param>
    /// <param name="recordRead">Where the record of a provider that lists nobody was read.</param>
    /// <exception cref="BusinessException">Files not drawn or not read, or a critical finding that nobody settled.</exception>
    /// <exception cref="InvalidInputException">Nobody is listed, and nobody says where the record was read.</exception>
    public void RefuseUnlessSound(IReadOnlyList<SettledFinding> settled, string? recordRead)
    {
        if (Staff.Count == 0)
        {
            if (string.IsNullOrWhiteSpace(recordRead))
            {
                throw new InvalidInputException(
                    "recordRead",
                    "The provider lists nobody in its single central record. Ask it to list its staff, or say where and when you read the record.");
            }

            return;
        }

        Refuse(AccreditationErrorCodes.RecordFinding, Staff.SelectMany(s => SaferRecruitmentFindings.Of(s.Vetting, Today)
            .Where(f => SaferRecruitmentFindings.Critical.Contains(f) && settled.All(d => d.StaffId != s.Id || d.Kind != f))
            .Select(f => $"{s.Name}: {StaffWords.Of(f)}")));
        var sample = Sample ?? throw new BusinessException(AccreditationErrorCodes.FilesNotDrawn);
        if (sample.UnreadFiles > 0)
        {
            throw new BusinessException(AccreditationErrorCodes.FilesNotRead)
                .WithData("unread", sample.UnreadFiles).WithData("files", sample.StaffIds.Count);
        }

        var names = Staff.ToDictionary(s => s.Id, s => s.Name);
        Refuse(AccreditationErrorCodes.CriticalFinding, sample.Files.SelectMany(
            f => f.CriticalFindings.Select(c => $"{names.GetValueOrDefault(f.StaffId, "A file")}: {c}")));
    }

    /// <exception cref="BusinessException">Too few ticks of the files are compliant to pass without actions.</exception>
    public void RefuseBelow(int percent)
    {
        if (Sample is { Files.Count: > 0 } sample && sample.CompliancePercent < percent)
        {
            throw new BusinessException(AccreditationErrorCodes.ComplianceTooLow)
                .WithData("percent", sample.CompliancePercent).WithData("needed", percent);
        }
    }

    /// <exception cref="BusinessException">Too little of the training that the record shows is in date.</exception>
    public void RefuseTrainingBelow(int percent)
    {
        if (TrainingMatrix.ShareOf(Staff.Select(s => s.Vetting), Today).Percent is { } inDate && inDate < percent)
        {
            throw new BusinessException(AccreditationErrorCodes.TrainingTooLow)
                .WithData("percent", inDate).WithData("needed", percent);
        }
    }

    private static void Refuse(string code, IEnumerable<string> findings)
    {
        var all = findings.ToList();
        if (all.Count > 0)
        {
            throw new BusinessException(code).WithData("findings", string.Join("; ", all));
        }
    }
}
