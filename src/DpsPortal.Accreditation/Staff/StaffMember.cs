using System.Text.Json;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Staff;

/// <summary>One line of a provider's single central record.</summary>
internal sealed class StaffMember : AggregateRoot
{
    public StaffMember(Guid id, Guid providerId, SaveStaffMemberDto input) : base(id)
    {
        ProviderId = providerId;
        Set(input);
        Record("Create");
    }

    private StaffMember()
    {
    }

    public Guid ProviderId { get; private set; }

    /// <summary>The provider's own; one person each.</summary>
    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Role { get; private set; } = "";

    public string? DbsNumber { get; private set; }

    public StaffVetting Vetting { get; private set; } = null!;

    /// <summary>The audit trail names the facts that changed, never their values: they are somebody's personal data.</summary>
    public void Change(SaveStaffMemberDto input)
    {
        var changed = Changes(input);
        Set(input);
        Record("Update", after: changed.Count == 0 ? "nothing" : string.Join(", ", changed));
    }

    private List<string> Changes(SaveStaffMemberDto to)
    {
        var before = JsonSerializer.SerializeToElement(Vetting);
        var after = JsonSerializer.SerializeToElement(to.Vetting);
        return
        [
            .. new (string What, bool Changed)[]
            {
                (nameof(Number), Number != to.Number.Trim()),
                (nameof(Name), Name != to.Name.Trim()),
                (nameof(Role), Role != to.Role.Trim()),
                (nameof(DbsNumber), DbsNumber != to.DbsNumber),
            }.Where(c => c.Changed).Select(c => c.What),
            .. after.EnumerateObject()
                .Where(p => before.GetProperty(p.Name).GetRawText() != p.Value.GetRawText()).Select(p => p.Name),
        ];
    }

    private void Set(SaveStaffMemberDto input) => (Number, Name, Role, DbsNumber, Vetting) =
        (input.Number.Trim(), input.Name.Trim(), input.Role.Trim(), input.DbsNumber, input.Vetting);
}
