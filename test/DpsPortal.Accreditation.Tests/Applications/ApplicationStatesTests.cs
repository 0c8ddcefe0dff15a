using DpsPortal.Accreditation.Staff;
using DpsPortal.Framework.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace DpsPortal.Accreditation.Applications;

public sealed class ApplicationStatesTests
{
    private static readonly Dictionary<MembershipState, MembershipTrigger[]> MembershipMoves = new()
    {
        [MembershipState.Draft] = [MembershipTrigger.Submit, MembershipTrigger.Withdraw],
        [MembershipState.Submitted] = [MembershipTrigger.StartEvaluation, MembershipTrigger.Withdraw],
        [MembershipState.InEvaluation] = [MembershipTrigger.Propose, MembershipTrigger.Withdraw],
        [MembershipState.DecisionProposed] =
        [
            MembershipTrigger.SendBack, MembershipTrigger.ConfirmAdmission, MembershipTrigger.ConfirmRejection,
            MembershipTrigger.Withdraw,
        ],
        [MembershipState.Admitted] = [MembershipTrigger.Remove, MembershipTrigger.Leave],
        [MembershipState.Rejected] = [MembershipTrigger.Reopen],
        [MembershipState.Withdrawn] = [],
        [MembershipState.Removed] = [MembershipTrigger.Restore],
        [MembershipState.Left] = [],
    };

    private static readonly Dictionary<AccreditationState, AccreditationTrigger[]> AccreditationMoves = new()
    {
        [AccreditationState.NotStarted] = [AccreditationTrigger.OpenFitAndProperTest],
        [AccreditationState.FitAndProperTest] =
            [AccreditationTrigger.PassFitAndProperTest, AccreditationTrigger.FailFitAndProperTest],
        [AccreditationState.SaferRecruitmentReview] =
            [AccreditationTrigger.PassSaferRecruitment, AccreditationTrigger.FailSaferRecruitment],
        [AccreditationState.PropertyVisit] =
            [AccreditationTrigger.PassPropertyVisit, AccreditationTrigger.FailPropertyVisit],
        [AccreditationState.AwaitingDecision] = [AccreditationTrigger.Propose],
        [AccreditationState.DecisionProposed] =
        [
            AccreditationTrigger.SendBack, AccreditationTrigger.Accredit, AccreditationTrigger.AccreditWithConditions,
            AccreditationTrigger.Refuse,
        ],
        [AccreditationState.Accredited] = [],
        [AccreditationState.AccreditedWithConditions] = [],
        [AccreditationState.NotAccredited] = [AccreditationTrigger.Reopen],
    };

    [Fact]
    public void Every_state_of_membership_permits_exactly_its_moves()
    {
        foreach (var state in Enum.GetValues<MembershipState>())
        {
            foreach (var trigger in Enum.GetValues<MembershipTrigger>())
            {
                MembershipStates.Transitions.CanFire(state, trigger)
                    .ShouldBe(MembershipMoves[state].Contains(trigger), $"{state} × {trigger}");
            }
        }
    }

    [Fact]
    public void Every_state_of_accreditation_permits_exactly_its_moves()
    {
        foreach (var state in Enum.GetValues<AccreditationState>())
        {
            foreach (var trigger in Enum.GetValues<AccreditationTrigger>())
            {
                AccreditationStates.Transitions.CanFire(state, trigger)
                    .ShouldBe(AccreditationMoves[state].Contains(trigger), $"{state} × {trigger}");
            }
        }
    }

    [Fact]
    public void No_sequence_of_moves_admits_without_submission_and_two_officers() => ForAnyMoves(application =>
        application.Membership != MembershipState.Admitted
        || (application.SubmittedAt is not null
            && application.MembershipDecision is { ConfirmedBy: { } confirmer } decision
            && confirmer.Id != decision.ProposedBy.Id));

    [Fact]
    public void No_sequence_of_moves_accredits_without_every_stage_passed_and_two_officers() => ForAnyMoves(application =>
        application.AccreditedUntil is null
        || (application.Stages.All(s => s.Status == StageStatus.Passed)
            && application.Membership == MembershipState.Admitted
            && application.AccreditationDecision!.ConfirmedBy!.Id != application.AccreditationDecision.ProposedBy.Id));

    [Fact]
    public void Random_moves_get_as_far_as_accreditation_often_enough_to_be_a_test()
    {
        var accredited = 0;
        ForAnyMoves(application =>
        {
            accredited += application.AccreditedUntil is null ? 0 : 1;
            return true;
        });

        accredited.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void No_sequence_of_moves_opens_two_stages_at_once() => ForAnyMoves(application =>
        application.Stages.Count(s => s.Status == StageStatus.Open) <= 1);

    /// <summary>Moves at random, refused ones among them; two of three are the next due, so that many get far.</summary>
    private static void ForAnyMoves(Func<Application, bool> holds) =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 999)).Resize(60).ToArbitrary(), numbers =>
        {
            var scheme = An.Scheme();
            var application = An.Draft(scheme);
            application.Save(An.Answers(scheme), An.Now);
            return numbers.All(number =>
            {
                try
                {
                    var move = number % 3 == 0 ? number % Moves.Length : NextOf(application);
                    Moves[move](application, number / 3 % 4, scheme);
                }
                catch (BusinessException)
                {
                    // A refused move is part of the sequence: nothing may have changed.
                }

                return holds(application);
            });
        }).QuickCheckThrowOnFailure();

    private static readonly Action<Application, int, Schemes.Scheme>[] Moves =
    [
        (a, _, s) => a.Submit([], s, An.Now),
        (a, n, _) => a.StartEvaluation(Somebody(n)),
        (a, n, s) => a.ProposeMembership(
            n == 3 ? MembershipOutcome.Reject : MembershipOutcome.Admit, [s.Lots[0].Id],
            [new LotRefusal(s.Lots[1].Id, "No home there")], "Reasons", Somebody(n), An.Now),
        (a, n, _) => a.ConfirmMembership(Somebody(n), An.Now),
        (a, n, _) => Rarely(n, () => a.SendBackMembership("Look again", Somebody(n))),
        (a, n, _) => Rarely(n, () => a.Withdraw("No longer needed", An.Now)),
        (a, _, _) => a.OpenFitAndProperTest(An.Now),
        (a, _, _) => Settle(a),
        (a, n, _) => a.CloseFitAndProperTest(n != 3, "Reasons", Somebody(n), An.Now),
        (a, n, _) => a.RecordSaferRecruitment(
            An.AllItems(n == 3 ? ComplianceResult.NotCompliant : ComplianceResult.Compliant)),
        (a, n, _) => a.CloseSaferRecruitment(
            An.Closing((SaferRecruitmentOutcome)(n == 3 ? 2 : 0)), StaffProof.None, Somebody(n), An.Now),
        (a, n, _) => a.ClosePropertyVisit(n != 3, "Reasons", n == 2 ? [] : [An.Visit()], Somebody(n), An.Now),
        (a, n, _) => a.ProposeAccreditation(An.Accreditation((AccreditationOutcome)(n % 3)), Somebody(n), An.Now),
        (a, n, _) => a.ConfirmAccreditation(Somebody(n), An.Now),
        (a, n, _) => Rarely(n, () => a.SendBackAccreditation("Look again", Somebody(n))),
    ];

    /// <summary>The index of the move that leads on.</summary>
    private static int NextOf(Application application) => application.Membership switch
    {
        MembershipState.Draft => 0,
        MembershipState.Submitted => 1,
        MembershipState.InEvaluation => 2,
        MembershipState.DecisionProposed => 3,
        _ => application.Accreditation switch
        {
            AccreditationState.NotStarted => 6,
            AccreditationState.FitAndProperTest => application.FitAndProperTest!.People.All(p => p.IsSettled) ? 8 : 7,
            AccreditationState.SaferRecruitmentReview => application.SaferRecruitment!.Answers.Count > 0 ? 10 : 9,
            AccreditationState.PropertyVisit => 11,
            AccreditationState.AwaitingDecision => 12,
            _ => 13,
        },
    };

    private static void Settle(Application application)
    {
        if (application.Accreditation == AccreditationState.FitAndProperTest)
        {
            An.SettleEverybody(application);
        }
    }

    private static void Rarely(int number, Action move)
    {
        if (number == 3)
        {
            move();
        }
    }

    private static Officer Somebody(int number) => number % 2 == 0 ? An.Priya : An.Gareth;
}
