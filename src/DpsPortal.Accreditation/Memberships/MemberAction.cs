using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.OfficerActions;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Memberships;

/// <summary>
/// A suspension, reinstatement or removal of a member. A removal is told before it happens. Source: PA 2023, s. 37(4).
/// </summary>
internal sealed class MemberAction : OfficerAction
{
    private static readonly ActionWords RemovalWords = new(
        "we mean to remove your organisation from lots of the scheme. The letter says why; tell us by",
        "we do not remove your organisation after all. Sign in to read why",
        "the provider has answered the notice of removal",
        "Say why you should stay a member.");

    public MemberAction(Application application, ProposeMemberActionDto input, Officer officer, DateTime now)
        : base(application, input.Reasons, input.ImmediateRisk, officer, now)
    {
        if (input.ImmediateRisk && input.Kind != MemberActionKind.Remove)
        {
            throw new InvalidInputException("immediateRisk", "Only a removal has a notice to leave out.");
        }

        (Kind, LotIds) = (input.Kind, [.. input.LotIds.Distinct()]);
        RecordProposal();
    }

    private MemberAction()
    {
    }

    public MemberActionKind Kind { get; private set; }

    public MemberTrigger Trigger => Kind switch
    {
        MemberActionKind.Suspend => MemberTrigger.Suspend,
        MemberActionKind.Reinstate => MemberTrigger.Reinstate,
        _ => MemberTrigger.Remove,
    };

    protected override string KindName => Kind.ToString();

    protected override bool NeedsNotice => Kind == MemberActionKind.Remove && !ImmediateRisk;

    protected override ActionWords Words => RemovalWords;

    protected override string NewsOfDone => Kind switch
    {
        MemberActionKind.Suspend =>
            "your organisation is suspended from lots of the scheme and not invited meanwhile. The letter says why",
        MemberActionKind.Reinstate => "the suspension of your organisation has ended; you are invited again",
        _ => "your organisation has been removed from lots of the scheme. The letter says why; you may apply again",
    };
}
