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

    /// <summary>Compliant ticks of those that apply, over all files, in per cent, rounded down.</summary>
    public int CompliancePercent
    {
        get
        {
            var counted = Files.SelectMany(f => f.Answers)
                .Where(a => a.Result is ComplianceResult.Compliant or ComplianceResult.NotCompliant).ToList();
            return counted.Count == 0
                ? 0
                : counted.Count(a => a.Result == ComplianceResult.Compliant) * 100 / counted.Count;
        }
    }

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

        var file = Files.FirstOrDefault(f => f.StaffId == staffId) ?? new StaffFile(staffId, [], officer);
        var answers = file.Answers.ToDictionary(a => a.Id);
        for (var i = 0; i < items.Count; i++)
        {
            if (StaffFileChecklist.Lines.All(l => l.Id != items[i].Id))
            {
                throw new InvalidInputException($"items[{i}].id", "The checklist has no such line.");
            }

            answers[items[i].Id] = new SaferRecruitmentAnswer(items[i].Id, items[i].Result, items[i].Note);
        }

        file = new StaffFile(staffId, [.. answers.Values], officer);
        Files = [.. Files.Where(f => f.StaffId != staffId), file];
        Record("ReadFile", after: $"{file.Answers.Count(a => a.Result is not null)} answered");
    }
}

/// <param name="ReadByName">Who answered last.</param>
internal sealed record StaffFile(Guid StaffId, IReadOnlyList<SaferRecruitmentAnswer> Answers, string ReadByName)
{
    public bool IsRead => StaffFileChecklist.Lines.All(l => Answers.Any(a => a.Id == l.Id && a.Result is not null));

    public IEnumerable<string> CriticalFindings => StaffFileChecklist.Lines
        .Where(l => l.Critical && Answers.Any(a => a.Id == l.Id && a.Result == ComplianceResult.NotCompliant))
        .Select(l => l.Question);
}
