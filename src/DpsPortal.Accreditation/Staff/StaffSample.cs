using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Staff;

/// <summary>The files drawn for one application, drawn once, and what was found in each.</summary>
internal sealed class StaffSample : AggregateRoot
{
    public StaffSample(
        Guid applicationId, Guid providerId, Guid hostAuthorityId, string seed, IReadOnlyList<Guid> staffIds,
        string drawnByName, DateTime drawnAt)
        : base(applicationId)
    {
        (ProviderId, HostAuthorityId, Seed, StaffIds) = (providerId, hostAuthorityId, seed, staffIds);
        (DrawnByName, DrawnAt) = (drawnByName, drawnAt);
        Record("Draw", after: $"{staffIds.Count} files, seed {seed}");
    }

    private StaffSample()
    {
    }

    public Guid ProviderId { get; private set; }

    public Guid HostAuthorityId { get; private set; }

    public string Seed { get; private set; } = "";

    public IReadOnlyList<Guid> StaffIds { get; private set; } = [];

    public string DrawnByName { get; private set; } = "";

    public DateTime DrawnAt { get; private set; }

    /// <summary>What was found so far; a file that nobody has begun is missing.</summary>
    public IReadOnlyList<StaffFile> Files { get; private set; } = [];

    /// <summary>Over all files.</summary>
    public int CompliancePercent => Compliance.Percent([.. Files.SelectMany(f => f.Answers)]);

    /// <summary>Drawn files with a tick that has no answer.</summary>
    public int UnreadFiles => StaffIds.Count(id => Files.FirstOrDefault(f => f.StaffId == id)?.IsRead != true);

    /// <summary>Ticks that are sent replace those that stood.</summary>
    /// <exception cref="EntityNotFoundException">The file was not drawn.</exception>
    /// <exception cref="InvalidInputException">The checklist has no such tick.</exception>
    public void Read(Guid staffId, IReadOnlyList<RecordSaferRecruitmentItemDto> items, string officer)
    {
        if (!StaffIds.Contains(staffId))
        {
            throw new EntityNotFoundException(typeof(StaffFile), staffId);
        }

        var stood = Files.FirstOrDefault(f => f.StaffId == staffId)?.Answers ?? [];
        var file = new StaffFile(staffId, Compliance.Merge(StaffFileChecklist.Lines, stood, items), officer);
        Files = [.. Files.Where(f => f.StaffId != staffId), file];
        Record("ReadFile", after: $"{file.Answers.Count(a => a.Result is not null)} answered");
    }
}

/// <param name="ReadByName">Who answered last.</param>
internal sealed record StaffFile(Guid StaffId, IReadOnlyList<SaferRecruitmentAnswer> Answers, string ReadByName)
{
    public bool IsRead => Compliance.Unanswered(StaffFileChecklist.Lines, Answers) == 0;

    public IEnumerable<string> CriticalFindings => Compliance.CriticalFindings(StaffFileChecklist.Lines, Answers);
}
