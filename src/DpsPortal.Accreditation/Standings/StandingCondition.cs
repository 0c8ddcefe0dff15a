using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Standings;

/// <summary>What a provider must do to keep its accreditation, in every lot of the decision.</summary>
internal sealed class StandingCondition : AggregateRoot
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public StandingCondition(Application application, ConditionDto condition) : base(Guid.CreateVersion7())
    {
        (ApplicationId, ProviderId) = (application.Id, application.ProviderId);
        HostAuthorityId = application.HostAuthorityId;
        (Text, DueOn) = (condition.Text, condition.DueOn);
        Record("Set", after: $"Due on {DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", reason: Text);
    }

    private StandingCondition()
    {
    }

    public Guid ApplicationId { get; private set; }

    public Guid ProviderId { get; private set; }

    public Guid HostAuthorityId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Last day to meet it, London.</summary>
    public DateOnly DueOn { get; private set; }

    public DateTime? MetAt { get; private set; }

    /// <summary>In the words that two officers agreed on.</summary>
    public string? Evidence { get; private set; }

    public bool IsOverdue(DateTime now) => MetAt is null && LondonTime.DateOf(now) > DueOn;

    public void Meet(string evidence, DateTime now)
    {
        (MetAt, Evidence) = (now, evidence);
        Record("Meet", "Open", "Met", evidence);
    }

    /// <exception cref="BusinessException">Its day is over and nobody has recorded that it is met.</exception>
    public void RefuseWhenOverdue(DateTime now)
    {
        if (IsOverdue(now))
        {
            throw new BusinessException(AccreditationErrorCodes.ConditionOverdue)
                .WithData("condition", Text).WithData("due", DueOn.ToString("d MMMM yyyy", British));
        }
    }
}
