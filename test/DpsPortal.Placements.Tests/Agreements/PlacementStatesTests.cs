using System.Runtime.CompilerServices;
using DpsPortal.Framework.Domain;
using DpsPortal.Placements.Agreements;
using DpsPortal.TestBase;
using FsCheck;
using FsCheck.Fluent;

namespace DpsPortal.Placements.Tests.Agreements;

public sealed class PlacementStatesTests
{
    private static readonly (PlacementState From, PlacementTrigger Trigger, PlacementState To)[] Permitted =
    [
        (PlacementState.Agreed, PlacementTrigger.ProposePrice, PlacementState.PriceProposed),
        (PlacementState.Agreed, PlacementTrigger.ProposeExtension, PlacementState.ExtensionProposed),
        (PlacementState.Agreed, PlacementTrigger.End, PlacementState.Ended),
        (PlacementState.PriceProposed, PlacementTrigger.ConfirmPrice, PlacementState.Agreed),
        (PlacementState.PriceProposed, PlacementTrigger.SendBackPrice, PlacementState.Agreed),
        (PlacementState.PriceProposed, PlacementTrigger.End, PlacementState.Ended),
        (PlacementState.ExtensionProposed, PlacementTrigger.ConfirmExtension, PlacementState.Agreed),
        (PlacementState.ExtensionProposed, PlacementTrigger.SendBackExtension, PlacementState.Agreed),
        (PlacementState.ExtensionProposed, PlacementTrigger.End, PlacementState.Ended),
        (PlacementState.Ended, PlacementTrigger.TakeBackEnd, PlacementState.Agreed),
    ];

    public static MatrixTheoryData<PlacementState, PlacementTrigger> Matrix() =>
        new(Enum.GetValues<PlacementState>(), Enum.GetValues<PlacementTrigger>());

    [Theory, MemberData(nameof(Matrix))]
    public void A_placement_moves_as_the_table_says_and_no_other_way(PlacementState state, PlacementTrigger trigger)
    {
        var placement = In(state);
        var expected = Permitted.Where(p => p.From == state && p.Trigger == trigger).Select(p => p.To).ToList();

        var refused = Refused(placement, trigger);

        refused.ShouldBe(expected.Count == 0);
        placement.State.ShouldBe(expected.Count == 0 ? state : expected[0]);
    }

    [Fact]
    public void Until_its_end_is_taken_back_no_move_changes_what_an_ended_placement_cost() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements(Enum.GetValues<PlacementTrigger>().Except([PlacementTrigger.TakeBackEnd])).ListOf().ToArbitrary(),
        triggers =>
        {
            var placement = In(PlacementState.Ended);
            var cost = placement.Charge().PeriodPence;
            foreach (var trigger in triggers)
            {
                Refused(placement, trigger);
            }

            return placement.State == PlacementState.Ended && placement.Charge().PeriodPence == cost;
        }));

    [Fact]
    public void The_diagram_in_the_documents_is_the_table()
    {
        var file = Path.Combine(Documents(), "state-machines", "placement.md");
        var wanted = $"```mermaid\n{PlacementStates.Transitions.ToMermaid(PlacementState.Agreed)}```\n";
        var committed = File.Exists(file) ? File.ReadAllText(file) : "";
        if (committed != wanted)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, wanted);
        }

        (committed == wanted).ShouldBeTrue($"{file} is written anew: look at it and commit it.");
    }

    private static string Documents([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../etc/docs"));

    private static bool Refused(Placement placement, PlacementTrigger trigger)
    {
        try
        {
            Move(placement, trigger);
            return false;
        }
        catch (InvalidTransitionException)
        {
            return true;
        }
    }

    private static void Move(Placement placement, PlacementTrigger trigger)
    {
        switch (trigger)
        {
            case PlacementTrigger.End:
                placement.End(A.PlannedEnd, EndReason.CarePlan, true, "Approver", PlacementPrices.Now);
                break;
            case PlacementTrigger.ProposeExtension:
                placement.ProposeExtension(
                    A.PlannedEnd.AddDays(7), PlacementPrices.Proposer, "Officer", PlacementPrices.Now);
                break;
            case PlacementTrigger.ConfirmExtension:
                placement.ConfirmExtension(PlacementPrices.Confirmer);
                break;
            case PlacementTrigger.SendBackExtension:
                placement.SendBackExtension(
                    Guid.CreateVersion7(), "Approver", PlacementPrices.Now, "Not agreed.");
                break;
            case PlacementTrigger.TakeBackEnd:
                placement.TakeBackEnd("Another placement was meant.");
                break;
            case PlacementTrigger.ConfirmPrice:
                placement.ConfirmPrice(PlacementPrices.Confirmer, "Approver", PlacementPrices.Now);
                break;
            case PlacementTrigger.SendBackPrice:
                placement.SendBackPrice(Guid.CreateVersion7(), "Approver", PlacementPrices.Now, "Not agreed.");
                break;
            default:
                placement.ProposePrice(
                    A.Start.AddDays(7), A.Price, PriceChangeReason.AnnualUplift, PlacementPrices.Proposer, "Officer",
                    PlacementPrices.Now);
                break;
        }
    }

    private static Placement In(PlacementState state)
    {
        var placement = A.Placement();
        if (state == PlacementState.Ended)
        {
            placement.End(A.Start.AddDays(30), EndReason.OwnTenancy, true, "Approver", PlacementPrices.Now);
        }
        else if (state == PlacementState.PriceProposed)
        {
            Move(placement, PlacementTrigger.ProposePrice);
        }
        else if (state == PlacementState.ExtensionProposed)
        {
            Move(placement, PlacementTrigger.ProposeExtension);
        }

        return placement;
    }
}
