using System.Runtime.CompilerServices;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using FsCheck;
using FsCheck.Fluent;
using static DpsPortal.Property.Tests.Visits.VisitsUnderTest;

namespace DpsPortal.Property.Tests;

public sealed class StateMachineTests
{
    private static readonly (VisitState From, VisitTrigger Trigger, VisitState To)[] Permitted =
    [
        (VisitState.Booked, VisitTrigger.Start, VisitState.InProgress),
        (VisitState.Booked, VisitTrigger.Cancel, VisitState.Cancelled),
        (VisitState.InProgress, VisitTrigger.Complete, VisitState.Completed),
        (VisitState.InProgress, VisitTrigger.Cancel, VisitState.Cancelled),
    ];

    public static TheoryData<VisitState, VisitTrigger> Matrix()
    {
        var matrix = new TheoryData<VisitState, VisitTrigger>();
        foreach (var state in Enum.GetValues<VisitState>())
        {
            foreach (var trigger in Enum.GetValues<VisitTrigger>())
            {
                matrix.Add(state, trigger);
            }
        }

        return matrix;
    }

    [Theory, MemberData(nameof(Matrix))]
    public void A_visit_moves_as_the_table_says_and_no_other_way(VisitState state, VisitTrigger trigger)
    {
        var visit = In(state);
        var expected = Permitted.SingleOrDefault(p => p.From == state && p.Trigger == trigger);

        var refused = Refused(visit, trigger);

        refused.ShouldBe(expected == default);
        visit.State.ShouldBe(expected == default ? state : expected.To);
    }

    [Fact]
    public void No_sequence_of_moves_changes_a_finished_visit() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements(Enum.GetValues<VisitTrigger>()).ListOf().ToArbitrary(),
        triggers =>
        {
            var visit = In(VisitState.Completed);
            foreach (var trigger in triggers)
            {
                Refused(visit, trigger);
            }

            return visit.State == VisitState.Completed && visit.ScorePercent == 100 && visit.Passed == true;
        }));

    [Theory]
    [InlineData("visit")]
    [InlineData("premises-standing")]
    public void The_diagram_in_the_documents_is_the_table(string name)
    {
        var text = name == "visit"
            ? VisitStates.Transitions.ToMermaid(VisitState.Booked)
            : PremisesStates.Transitions.ToMermaid(PremisesStanding.Suspended);
        var file = Path.Combine(Documents(), "state-machines", $"{name}.md");
        var wanted = $"```mermaid\n{text}```\n";
        var committed = File.Exists(file) ? File.ReadAllText(file) : "";
        if (committed != wanted)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, wanted);
        }

        (committed == wanted).ShouldBeTrue($"{file} is written anew: look at it and commit it.");
    }

    private static string Documents([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../etc/docs"));

    private static bool Refused(Visit visit, VisitTrigger trigger)
    {
        try
        {
            switch (trigger)
            {
                case VisitTrigger.Start:
                    visit.Start([], licensable: false, "1 Example Road, London, HA9 9ZZ", Now);
                    break;
                case VisitTrigger.Complete:
                    visit.Complete("All seen.", visit.ScheduledAt);
                    break;
                case VisitTrigger.Cancel:
                    visit.Cancel("Nobody is at home.", Guid.NewGuid(), Now);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(trigger));
            }

            return false;
        }
        catch (InvalidTransitionException)
        {
            return true;
        }
    }

    private static Visit In(VisitState state)
    {
        var visit = Booked();
        if (state == VisitState.Cancelled)
        {
            visit.Cancel("Nobody is at home.", Guid.NewGuid(), Now);
        }
        else if (state != VisitState.Booked)
        {
            visit.Start([], licensable: false, "1 Example Road, London, HA9 9ZZ", Now);
            visit.SaveAnswers(1, AllPass(visit));
        }

        if (state == VisitState.Completed)
        {
            visit.Complete("All seen.", visit.ScheduledAt);
        }

        return visit;
    }
}
