using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;
using DpsPortal.TestBase;

namespace DpsPortal.Accreditation.Staff;

/// <summary>Stage 2 passes on what the record and the drawn files show, not on ticks alone. Source: domain §2.4.</summary>
public sealed class StaffProofTests
{
    private static readonly DateOnly Today = new(2026, 12, 14);

    [Theory]
    [InlineData(SaferRecruitmentOutcome.Pass)]
    [InlineData(SaferRecruitmentOutcome.PassWithActions)]
    public void A_critical_finding_of_the_record_keeps_the_stage_from_passing_until_it_is_settled_with_a_reason(
        SaferRecruitmentOutcome outcome)
    {
        var person = Person(v => v with { SecondReferenceOn = null });
        var (application, proof) = (Answered(), Read(person));

        var refused = Should.Throw<BusinessException>(() => Close(application, proof, outcome));
        application.SettleFindings(
            [Settled(person, SaferRecruitmentFinding.ReferencesMissing, " ")], An.Priya, An.Now);
        Should.Throw<BusinessException>(() => Close(application, proof, outcome));
        application.SettleFindings(
            [Settled(person, SaferRecruitmentFinding.ReferencesMissing, "The second came on paper.")], An.Priya, An.Now);
        Close(application, proof, outcome);

        refused.Code.ShouldBe(AccreditationErrorCodes.RecordFinding);
        refused.Values["findings"].ShouldBe("Jo Example: fewer than 2 references");
        application.Accreditation.ShouldBe(AccreditationState.PropertyVisit);
    }

    [Theory]
    [InlineData(SaferRecruitmentOutcome.Pass, null, false)]
    [InlineData(SaferRecruitmentOutcome.Pass, " ", false)]
    [InlineData(SaferRecruitmentOutcome.Pass, "On its own system, 4 December.", true)]
    [InlineData(SaferRecruitmentOutcome.PassWithActions, null, false)]
    [InlineData(SaferRecruitmentOutcome.Fail, null, true)]
    public void A_provider_that_lists_nobody_passes_only_where_somebody_says_where_the_record_was_read(
        SaferRecruitmentOutcome outcome, string? recordRead, bool closes)
    {
        var application = Answered();
        void Close() => application.CloseSaferRecruitment(
            An.Closing(outcome, new DateOnly(2027, 1, 31)) with { RecordRead = recordRead },
            StaffProof.None with { Today = Today }, An.Priya, An.Now);

        if (closes)
        {
            Close();
            application.SaferRecruitment!.RecordRead.ShouldBe(recordRead);
        }
        else
        {
            Should.Throw<InvalidInputException>(Close).Errors.ShouldHaveSingleItem().Field.ShouldBe("recordRead");
        }
    }

    [Fact]
    public void A_blank_reason_opens_a_settled_finding_again()
    {
        var person = Person(v => v with { IdentitySeenOn = null });
        var application = Answered();
        application.SettleFindings([Settled(person, SaferRecruitmentFinding.IdentityNotSeen, "Seen.")], An.Priya, An.Now);

        application.SettleFindings([Settled(person, SaferRecruitmentFinding.IdentityNotSeen, null)], An.Priya, An.Now);

        Should.Throw<BusinessException>(() => Close(application, Read(person)))
            .Code.ShouldBe(AccreditationErrorCodes.RecordFinding);
    }

    [Fact]
    public void What_an_action_plan_can_wait_for_needs_no_settling_and_cannot_be_settled()
    {
        var person = Person(v => v with { SupervisedOn = new DateOnly(2026, 1, 1) });
        var application = Answered();

        Should.Throw<InvalidInputException>(() => application.SettleFindings(
            [Settled(person, SaferRecruitmentFinding.SupervisionOverdue, "Planned.")], An.Priya, An.Now));
        Close(application, Read(person));
    }

    [Fact]
    public void Files_are_drawn_and_read_to_the_end_before_the_stage_passes()
    {
        var person = Person();
        var application = Answered();
        var sample = Draw(person);
        var proof = new StaffProof([person], sample, Today);

        Should.Throw<BusinessException>(() => Close(application, new StaffProof([person], null, Today)))
            .Code.ShouldBe(AccreditationErrorCodes.FilesNotDrawn);
        Should.Throw<BusinessException>(() => Close(application, proof)).Code.ShouldBe(AccreditationErrorCodes.FilesNotRead);
        sample.Read(person.Id, [.. Ticks().SkipLast(1)], "Priya Nair");
        Should.Throw<BusinessException>(() => Close(application, proof)).Code.ShouldBe(AccreditationErrorCodes.FilesNotRead);
        sample.Read(person.Id, [Ticks()[^1]], "Priya Nair");

        Close(application, proof);
    }

    [Fact]
    public void A_critical_tick_of_a_file_that_is_not_compliant_keeps_the_stage_from_passing()
    {
        var person = Person();
        var refused = Should.Throw<BusinessException>(() => Close(Answered(), Read(person, "two-references")));

        refused.Code.ShouldBe(AccreditationErrorCodes.CriticalFinding);
        refused.Values["findings"].ShouldBe("Jo Example: Two written references");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Nine_ticks_of_ten_over_all_files_pass_without_actions(int notCompliant, bool passes)
    {
        // Of twelve ticks one is 91 per cent, two are 83.
        string[] minor = ["references-verified", "qualifications"];
        var proof = Read(Person(), minor[..notCompliant]);

        if (passes)
        {
            Close(Answered(), proof);
        }
        else
        {
            Should.Throw<BusinessException>(() => Close(Answered(), proof))
                .Code.ShouldBe(AccreditationErrorCodes.ComplianceTooLow);
            Close(Answered(), proof, SaferRecruitmentOutcome.PassWithActions);
        }
    }

    /// <summary>Ten people need 16 trainings each: 144 of 160 in date are 90 per cent, 143 are 89.</summary>
    [Theory]
    [InlineData(15, true)]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void A_training_line_that_is_compliant_passes_with_nine_trainings_of_ten_in_date(int missing, bool passes)
    {
        var proof = Trained(missing);

        if (passes)
        {
            Close(Answered(), proof);
            return;
        }

        var refused = Should.Throw<BusinessException>(() => Close(Answered(), proof));
        refused.Code.ShouldBe(AccreditationErrorCodes.TrainingTooLow);
        (refused.Values["percent"], refused.Values["needed"]).ShouldBe((89, 90));
        Close(Answered(), proof, SaferRecruitmentOutcome.PassWithActions);
    }

    [Fact]
    public void A_training_line_that_says_not_compliant_agrees_with_the_record_and_passes()
    {
        var application = Answered();
        application.RecordSaferRecruitment([new() { Id = "training-matrix", Result = ComplianceResult.NotCompliant }]);

        Close(application, Trained(missing: 17));

        application.Accreditation.ShouldBe(AccreditationState.PropertyVisit);
    }

    [Fact]
    public void A_record_that_lists_nobody_has_no_figure_to_refuse_by()
    {
        var application = Answered();

        Close(application, new StaffProof([], null, Today));

        application.Accreditation.ShouldBe(AccreditationState.PropertyVisit);
    }

    [Fact]
    public void A_stage_that_is_not_passed_asks_for_no_files()
    {
        var person = Person(v => v with { DbsIssuedOn = null });
        var application = Answered();

        Close(application, new StaffProof([person], null, Today), SaferRecruitmentOutcome.Fail);

        application.Accreditation.ShouldBe(AccreditationState.AwaitingDecision);
    }

    [Fact]
    public void A_file_that_was_not_drawn_cannot_be_read()
    {
        Should.Throw<EntityNotFoundException>(() => Draw(Person()).Read(Guid.NewGuid(), Ticks(), "Priya Nair"));
        Should.Throw<InvalidInputException>(() =>
        {
            var person = Person();
            Draw(person).Read(person.Id, [new() { Id = "dbs-held", Result = ComplianceResult.Compliant }], "Priya Nair");
        });
    }

    private static void Close(
        Application application, StaffProof proof, SaferRecruitmentOutcome outcome = SaferRecruitmentOutcome.Pass) =>
        application.CloseSaferRecruitment(An.Closing(outcome, new DateOnly(2027, 1, 31)), proof, An.Priya, An.Now);

    private static Application Answered()
    {
        var application = An.InSaferRecruitment();
        application.RecordSaferRecruitment(An.AllItems(ComplianceResult.Compliant));
        return application;
    }

    private static StaffProof Read(StaffMember person, params string[] notCompliant)
    {
        var sample = Draw(person);
        sample.Read(person.Id, Ticks(notCompliant), "Priya Nair");
        return new StaffProof([person], sample, Today);
    }

    /// <param name="missing">Of the 15 trainings that each of ten people has an entry for.</param>
    private static StaffProof Trained(int missing)
    {
        var people = Enumerable.Range(0, 10).Select(i => Person(v => v with
        {
            Trainings = [.. v.Trainings.Skip(Math.Clamp(missing - (i * v.Trainings.Count), 0, v.Trainings.Count))],
        })).ToList();
        return Read(people[0]) with { Staff = people };
    }

    private static StaffSample Draw(StaffMember person) => new(
        Guid.NewGuid(), person.ProviderId, Guid.NewGuid(), "seed", [person.Id], "Priya Nair", An.Now);

    private static List<RecordSaferRecruitmentItemDto> Ticks(params string[] notCompliant) =>
    [
        .. StaffFileChecklist.Lines.Select(l => new RecordSaferRecruitmentItemDto
        {
            Id = l.Id,
            Result = notCompliant.Contains(l.Id) ? ComplianceResult.NotCompliant : ComplianceResult.Compliant,
        }),
    ];

    private static SettleFindingDto Settled(StaffMember person, SaferRecruitmentFinding kind, string? reason) =>
        new() { StaffId = person.Id, Kind = kind, Reason = reason };

    private static StaffMember Person(Func<StaffVetting, StaffVetting>? with = null)
    {
        var vetting = SampleVetting.InOrder(Today);
        return new StaffMember(Guid.NewGuid(), Guid.NewGuid(), new SaveStaffMemberDto
        {
            Number = "7",
            Name = "Jo Example",
            Role = "Support worker",
            DbsNumber = "001234567890",
            Vetting = with?.Invoke(vetting) ?? vetting,
            Version = 0,
        });
    }
}
