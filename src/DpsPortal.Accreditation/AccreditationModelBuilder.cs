using DpsPortal.Accreditation.Appeals;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Accreditation.Imports;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.OfstedRecords;
using DpsPortal.Accreditation.Policies;
using DpsPortal.Accreditation.Queues;
using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Accreditation.References;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Accreditation.Versions;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation;

internal static class AccreditationModelBuilder
{
    public const string Schema = "accreditation";

    public static void ApplyAccreditation(this ModelBuilder builder)
    {
        builder.HasSequence<long>(ApplicationNumbers.Sequence, Schema);
        builder.ApplyConfiguration(new SchemeConfiguration());
        builder.ApplyConfiguration(new LotConfiguration());
        builder.ApplyConfiguration(new MemberAuthorityConfiguration());
        builder.ApplyConfiguration(new ApplicationConfiguration());
        builder.ApplyConfiguration(new InterestDeclarationConfiguration());
        builder.ApplyConfiguration(new ClarificationConfiguration());
        builder.ApplyConfiguration(new ApplicationVersionConfiguration());
        builder.ApplyConfiguration(new MembershipConfiguration());
        builder.ApplyConfiguration(new MemberActionConfiguration());
        builder.ApplyConfiguration(new StandingConfiguration());
        builder.ApplyConfiguration(new StandingConditionConfiguration());
        builder.ApplyConfiguration(new StandingActionConfiguration());
        builder.ApplyConfiguration(new OfstedStatusConfiguration());
        builder.ApplyConfiguration(new OfstedDifferenceConfiguration());
        builder.ApplyConfiguration(new AppealConfiguration());
        builder.ApplyConfiguration(new LetterConfiguration());
        builder.ApplyConfiguration(new StaffMemberConfiguration());
        builder.ApplyConfiguration(new StaffSampleConfiguration());
        builder.ApplyConfiguration(new PolicyConfiguration());
        builder.ApplyConfiguration(new RecruitmentActionConfiguration());
        builder.ApplyConfiguration(new ReferenceRequestConfiguration());
        builder.ApplyConfiguration(new GivenReferenceConfiguration());
        builder.ApplyConfiguration(new ReferenceVerdictConfiguration());
        builder.ApplyConfiguration(new ReferenceMarkConfiguration());
        builder.ApplyConfiguration(new DataImportConfiguration());
        builder.ApplyConfiguration(new SavedViewConfiguration());
        builder.ApplyConfiguration(new ReminderConfiguration());
    }
}
