using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Queues;

/// <summary>A filter of the queue that an officer keeps under a name, for nobody else to see.</summary>
internal sealed class SavedView : AggregateRoot
{
    /// <exception cref="InvalidInputException">The name is blank.</exception>
    public SavedView(Guid authorityId, Officer officer, SaveViewDto input) : base(Guid.CreateVersion7())
    {
        if (string.IsNullOrWhiteSpace(input.Name))
        {
            throw new InvalidInputException("name", "Give the view a name.");
        }

        (AuthorityId, OfficerId) = (authorityId, officer.Id);
        (Name, Filter) = (input.Name.Trim(), input.Filter);
        NameKey = Name.ToUpperInvariant();
        Record("Save", after: Name);
    }

    private SavedView()
    {
    }

    public Guid AuthorityId { get; private set; }

    public Guid OfficerId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>In capitals: two names that differ in case alone are one.</summary>
    public string NameKey { get; private set; } = "";

    public QueueFilterDto Filter { get; private set; } = new();

    public void RememberRemoval() => Record("Remove", before: Name);

    public SavedViewDto ToDto() => new(Id, Name, Filter);
}
