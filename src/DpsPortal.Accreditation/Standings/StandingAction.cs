using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.OfficerActions;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Standings;

/// <summary>
/// What two officers do to an accreditation. A revocation is told before it happens, by the rule that holds for a
/// removal. Source: domain §2.6.
/// </summary>
internal sealed class StandingAction : OfficerAction
{
    private static readonly ActionWords RevocationWords = new(
        "we mean to revoke the accreditation of your organisation. The letter says why; tell us by",
        "we do not revoke the accreditation of your organisation after all. Sign in to read why",
        "the provider has answered the notice of revocation",
        "Say why you should stay accredited.");

    public StandingAction(Application application, ProposeStandingActionDto input, Officer officer, DateTime now)
        : base(application, input.Reasons, input.ImmediateRisk, officer, now)
    {
        if (input.ImmediateRisk && input.Kind != StandingActionKind.Revoke)
        {
            throw new InvalidInputException("immediateRisk", "Only a revocation has a notice to leave out.");
        }

        Kind = input.Kind;
        LotIds = Kind == StandingActionKind.MeetConditions ? [] : [.. input.LotIds.Distinct()];
        ConditionIds = Kind == StandingActionKind.MeetConditions ? [.. input.ConditionIds.Distinct()] : [];
        PremisesIds = Kind == StandingActionKind.CoverHomes ? [.. input.PremisesIds.Distinct()] : [];
        RecordProposal();
    }

    private StandingAction()
    {
    }

    public StandingActionKind Kind { get; private set; }

    public IReadOnlyList<Guid> ConditionIds { get; private set; } = [];

    public IReadOnlyList<Guid> PremisesIds { get; private set; } = [];

    protected override string KindName => Kind.ToString();

    protected override bool NeedsNotice => Kind == StandingActionKind.Revoke && !ImmediateRisk;

    protected override ActionWords Words => RevocationWords;

    protected override string NewsOfDone => Kind switch
    {
        StandingActionKind.Suspend => "the accreditation of your organisation is suspended. You are still invited and "
            + "may bid, but cannot be awarded a placement meanwhile. The letter says why",
        StandingActionKind.Reinstate => "the suspension of your accreditation has ended",
        StandingActionKind.MeetConditions => "we have recorded that conditions of your accreditation are met",
        StandingActionKind.CoverHomes => "your accreditation now covers the homes named in the letter",
        _ => "the accreditation of your organisation is revoked. The letter says why",
    };
}
