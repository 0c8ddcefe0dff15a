using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Staff;
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
        builder.ApplyConfiguration(new MembershipConfiguration());
        builder.ApplyConfiguration(new StandingConfiguration());
        builder.ApplyConfiguration(new LetterConfiguration());
        builder.ApplyConfiguration(new StaffMemberConfiguration());
        builder.ApplyConfiguration(new StaffSampleConfiguration());
    }
}
