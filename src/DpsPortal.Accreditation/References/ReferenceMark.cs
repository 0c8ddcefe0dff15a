using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.References;

/// <summary>
/// That an authority has vouched for a provider, and when: all that an authority may know which is about to use one of
/// its settings for the first time. Nothing of what was said. Made and taken away by the host authority.
/// </summary>
internal sealed class ReferenceMark : Entity
{
    public ReferenceMark(ReferenceRequest request, string authorityName, DateTime givenAt)
        : base(request.Id)
    {
        (ProviderId, AuthorityName, GivenOn) = (request.ProviderId, authorityName, LondonTime.DateOf(givenAt));
    }

    private ReferenceMark()
    {
    }

    public Guid ProviderId { get; private init; }

    public string AuthorityName { get; private init; } = "";

    /// <summary>A London date.</summary>
    public DateOnly GivenOn { get; private init; }
}
