using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <content>A member of the time before the portal: admitted, and perhaps accredited, by decisions made elsewhere.</content>
internal sealed partial class Application
{
    private const string Elsewhere = "Decided before the alliance used the portal, and brought here by an import.";

    private Application(Guid id) : base(id)
    {
    }

    /// <summary>Instant, UTC, of the import that made it; null for an application made here.</summary>
    public DateTime? ImportedAt { get; private set; }

    /// <param name="admittedOn">London.</param>
    /// <param name="proposedBy">Who proposed the import.</param>
    /// <param name="confirmedBy">Who stored it.</param>
    public static Application Import(
        Guid id, string reference, Scheme scheme, (Guid Id, string Name) provider, QuestionnaireDto answers,
        DateOnly admittedOn, (Officer By, DateTime At) proposedBy, Officer confirmedBy, DateTime now)
    {
        var admitted = LondonTime.StartOfDay(admittedOn);
        var application = new Application(id)
        {
            Reference = reference,
            SchemeId = scheme.Id,
            HostAuthorityId = scheme.HostAuthorityId,
            Regime = scheme.Regime,
            ProviderId = provider.Id,
            ProviderName = provider.Name,
            SearchText = $"{reference} {provider.Name}".ToUpperInvariant(),
            Answers = answers,
            CreatedAt = now,
            LastSavedAt = now,
            ImportedAt = now,
            SubmittedAt = admitted,
            MembershipClosedAt = admitted,
            Membership = MembershipState.Admitted,
            MembershipDecision = new Decision(
                nameof(MembershipOutcome.Admit), answers.LotsAndAreas!.LotIds, Elsewhere, [], proposedBy.By,
                proposedBy.At, ConfirmedBy: confirmedBy, ConfirmedAt: admitted),
            Stages = Stage.All(admitted),
        };
        application.CloseStageOf(AccreditationStage.Application, passed: true, Elsewhere, confirmedBy, admitted);
        application.Record("Import", after: application.Membership.ToString());
        return application;
    }

    /// <summary>By a later file, beside what is there.</summary>
    public void AddImported(
        IReadOnlyList<PersonDto> people, IReadOnlyList<InsurancePolicyDto> policies, IReadOnlyList<Guid> premisesIds,
        DateTime now)
    {
        RefuseUnlessImported();
        Answers = Answers with
        {
            People = new PeopleSectionDto { People = [.. Answers.People?.People ?? [], .. people] },
            Insurance = new InsuranceSectionDto { Policies = [.. Answers.Insurance?.Policies ?? [], .. policies] },
            Premises = new PremisesSectionDto { PremisesIds = [.. PremisesIds, .. premisesIds] },
        };
        LastSavedAt = now;
        Record("Import", after: $"{people.Count} people, {policies.Count} policies, {premisesIds.Count} homes");
    }

    /// <param name="decidedOn">London; the first day.</param>
    /// <param name="until">London; the last day.</param>
    /// <param name="condition">Null for an accreditation without.</param>
    public void ImportAccreditation(
        DateOnly decidedOn, DateOnly until, ConditionDto? condition, (Officer By, DateTime At) proposedBy,
        Officer confirmedBy)
    {
        RefuseUnlessImported();
        if (Accreditation != AccreditationState.NotStarted)
        {
            throw new InvalidTransitionException(Accreditation.ToString(), "Import", []);
        }

        var decided = LondonTime.StartOfDay(decidedOn);
        var outcome = condition is null ? AccreditationOutcome.Accredit : AccreditationOutcome.AccreditWithConditions;
        AccreditationDecision = new Decision(
            outcome.ToString(), MembershipDecision!.LotIds, Elsewhere, condition is null ? [] : [condition],
            proposedBy.By, proposedBy.At, until, confirmedBy, decided);
        AccreditedUntil = until;
        foreach (var stage in Stages.Where(s => s.Kind != AccreditationStage.Application).ToList())
        {
            CloseStageOf(stage.Kind, passed: true, Elsewhere, confirmedBy, decided);
        }

        var to = condition is null ? AccreditationState.Accredited : AccreditationState.AccreditedWithConditions;
        Record("ImportAccreditation", Accreditation.ToString(), to.ToString(), Elsewhere);
        Accreditation = to;
    }

    private void RefuseUnlessImported()
    {
        if (ImportedAt is null)
        {
            throw new InvalidOperationException("Only an import adds to what an import made.");
        }
    }
}
