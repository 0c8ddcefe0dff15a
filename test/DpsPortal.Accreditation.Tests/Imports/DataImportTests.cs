using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Evidence;

namespace DpsPortal.Accreditation.Imports;

public sealed class DataImportTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Officer One = new(Guid.NewGuid(), "One");
    private static readonly Officer Another = new(Guid.NewGuid(), "Another");

    public static TheoryData<DataImportState, DataImportTrigger, DataImportState?> Matrix => new()
    {
        { DataImportState.Proposed, DataImportTrigger.Confirm, DataImportState.Stored },
        { DataImportState.Proposed, DataImportTrigger.Drop, DataImportState.Dropped },
        { DataImportState.Stored, DataImportTrigger.Confirm, null },
        { DataImportState.Stored, DataImportTrigger.Drop, null },
        { DataImportState.Dropped, DataImportTrigger.Confirm, null },
        { DataImportState.Dropped, DataImportTrigger.Drop, null },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_file_is_settled_once(DataImportState from, DataImportTrigger trigger, DataImportState? to)
    {
        var import = In(from);

        if (to is null)
        {
            Should.Throw<InvalidTransitionException>(() => Fire(import, trigger));
            import.State.ShouldBe(from);
            return;
        }

        Fire(import, trigger);
        import.State.ShouldBe(to.Value);
        import.Content.ShouldBeNull();
    }

    [Fact]
    public void Nobody_stores_what_they_proposed()
    {
        var import = In(DataImportState.Proposed);

        Should.Throw<BusinessException>(() => import.Confirm([], One, Now)).Code.ShouldBe(AccreditationErrorCodes.OwnProposal);

        import.State.ShouldBe(DataImportState.Proposed);
        import.Content.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(EvidenceKind.EmployersLiability, 30)]
    [InlineData(EvidenceKind.GasSafety, 30)]
    [InlineData(EvidenceKind.SafeguardingPolicy, 90)]
    [InlineData(EvidenceKind.EnergyPerformance, 90)]
    public void What_the_law_wants_at_hand_is_due_first(EvidenceKind kind, int days) =>
        EvidenceSchedule.DueOn(kind, new DateOnly(2026, 11, 26)).ShouldBe(new DateOnly(2026, 11, 26).AddDays(days));

    private static DataImport In(DataImportState state)
    {
        var import = new DataImport(Guid.NewGuid(), new Scheme(Guid.NewGuid(), An.Eastmarsh, "Eastmarsh LBC", An.Terms()), "members.csv", [1, 2, 3], [], One, Now);
        switch (state)
        {
            case DataImportState.Stored:
                import.Confirm([], Another, Now);
                break;
            case DataImportState.Dropped:
                import.Drop("Wrong year.", One, Now);
                break;
            default:
                break;
        }

        return import;
    }

    private static void Fire(DataImport import, DataImportTrigger trigger)
    {
        if (trigger == DataImportTrigger.Confirm)
        {
            import.Confirm([], Another, Now);
        }
        else
        {
            import.Drop("Wrong year.", Another, Now);
        }
    }
}
