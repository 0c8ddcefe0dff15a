using DpsPortal.Framework.Application;

namespace DpsPortal.Tendering;

public static class TenderingPermissions
{
    public static class Referrals
    {
        public const string View = "Referrals.View";
        public const string Manage = "Referrals.Manage";
    }

    public static class CallOffs
    {
        public const string View = "CallOffs.View";
        public const string Prepare = "CallOffs.Prepare";
        public const string Publish = "CallOffs.Publish";

        /// <summary>Opens bids, after the deadline and together with a second officer.</summary>
        public const string Open = "CallOffs.Open";

        /// <summary>Reads opened bids, their scores and the letters, after declaring no conflict.</summary>
        public const string ReadBids = "CallOffs.ReadBids";

        public const string Evaluate = "CallOffs.Evaluate";
        public const string ProposeAward = "CallOffs.ProposeAward";
        public const string ApproveAward = "CallOffs.ApproveAward";
    }

    public static class Bids
    {
        public const string View = "Bids.View";
        public const string Submit = "Bids.Submit";
    }

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Referrals.View, Role.PlacementsOfficer, Role.PlacementsApprover, Role.SocialWorker),
        new(Referrals.Manage, Role.PlacementsOfficer, Role.SocialWorker),
        new(CallOffs.View, Role.PlacementsOfficer, Role.PlacementsApprover, Role.SocialWorker),
        new(CallOffs.Prepare, Role.PlacementsOfficer),
        new(CallOffs.Publish, Role.PlacementsApprover),
        new(CallOffs.Open, Role.PlacementsOfficer, Role.PlacementsApprover),
        new(CallOffs.ReadBids, Role.PlacementsOfficer, Role.PlacementsApprover),
        new(CallOffs.Evaluate, Role.PlacementsOfficer),
        new(CallOffs.ProposeAward, Role.PlacementsOfficer),
        new(CallOffs.ApproveAward, Role.PlacementsApprover),
        new(Bids.View, Role.ProviderAdministrator, Role.ProviderStaff),
        new(Bids.Submit, Role.ProviderAdministrator),
    ];
}
