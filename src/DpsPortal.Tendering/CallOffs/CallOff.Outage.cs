using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Integration;
using DpsPortal.Tendering.Integration;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>Bidders get back the time that an outage took from them just before the deadline (domain §4.6).</summary>
internal sealed partial class CallOff
{
    /// <summary>Who extends when nobody decides it.</summary>
    public const string ThePortal = "The portal";

    /// <summary>Less is no outage. Source: domain §4.6.</summary>
    public static readonly TimeSpan LeastOutage = TimeSpan.FromMinutes(15);

    /// <summary>Before the deadline: what was lost earlier can be made up for. Source: domain §4.6.</summary>
    public static readonly TimeSpan LastStretch = TimeSpan.FromHours(2);

    /// <summary>UTC: outages that were over by then were before publication, or bidders have got their time back.</summary>
    public DateTime OutagesCountAfter => Extensions.Where(e => e.Reason == ExtensionReason.PortalFault)
        .Select(e => e.At).Append(PublishedAt ?? DateTime.MinValue).Max();

    /// <summary>
    /// A deadline that came while the portal was out did not end the time to bid. The last day to move in is no bound: it
    /// would take the time from the bidders once more.
    /// </summary>
    /// <param name="now">Database time.</param>
    /// <returns>False when too little was lost, or bids are not taken any more, and nothing was changed.</returns>
    public bool ExtendAfterOutage(LostTime outage, DateTime now)
    {
        if (State != CallOffState.Published || outage.Lost < LeastOutage)
        {
            return false;
        }

        var from = Deadline;
        var later = (from > outage.Ended ? from : outage.Ended) + outage.Lost;
        var deadline = WholeMinute(later) is var minute && minute < later ? minute.AddMinutes(1) : minute;
        Fire(
            CallOffTrigger.Extend,
            () =>
            {
                Extensions = [.. Extensions, new ExtensionDto(from, deadline, ExtensionReason.PortalFault, now, ThePortal)];
                Deadline = deadline;
                AddEvent(new CallOffExtendedEto(Id, Reference, deadline, ExtensionReason.PortalFault));
                AddEvent(new ColleagueNewsEto(
                    PlacingAuthorityId, [Role.PlacementsOfficer, Role.PlacementsApprover], null, null,
                    $"The portal was out of service: the deadline of call-off {Reference} was moved"));
            },
            $"Outage: {Sentences.London(from)} became {Sentences.London(deadline)}");
        return true;
    }
}
