using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.References;

/// <summary>
/// What a referee said, as it was said. Written once through the link; the host authority reads it, the provider it is
/// about never does.
/// </summary>
internal sealed class GivenReference : Entity
{
    /// <exception cref="InvalidInputException">Something is missing that another answer calls for.</exception>
    public GivenReference(ReferenceRequest request, GiveReferenceDto input, DateTime now)
        : base(Guid.CreateVersion7())
    {
        RefuseGaps(input);
        (RequestId, ApplicationId, HostAuthorityId) = (request.Id, request.ApplicationId, request.HostAuthorityId);
        (Years, Placements) = (input.Years, input.Placements);
        (WouldPlaceAgain, HasConcerns) = (input.WouldPlaceAgain, input.HasConcerns);
        (Concerns, Comments) = (input.HasConcerns ? Typed(input.Concerns) : null, Typed(input.Comments));
        (GivenByName, GivenByRole, GivenAt) = (input.Name.Trim(), input.Role.Trim(), now);
    }

    private GivenReference()
    {
    }

    public Guid RequestId { get; private init; }

    public Guid ApplicationId { get; private init; }

    public Guid HostAuthorityId { get; private init; }

    public int Years { get; private init; }

    public int Placements { get; private init; }

    public bool WouldPlaceAgain { get; private init; }

    public bool HasConcerns { get; private init; }

    public string? Concerns { get; private init; }

    public string? Comments { get; private init; }

    public string GivenByName { get; private init; } = "";

    public string GivenByRole { get; private init; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime GivenAt { get; private init; }

    public ReferenceAnswersDto ToDto() => new(
        Years, Placements, WouldPlaceAgain, HasConcerns, Concerns, Comments, GivenByName, GivenByRole, GivenAt);

    private static void RefuseGaps(GiveReferenceDto input)
    {
        var errors = new List<FieldError>();
        if (input.HasConcerns && string.IsNullOrWhiteSpace(input.Concerns))
        {
            errors.Add(new("concerns", "Say what your concerns are"));
        }

        if (string.IsNullOrWhiteSpace(input.Name))
        {
            errors.Add(new("name", "Enter your full name"));
        }

        if (string.IsNullOrWhiteSpace(input.Role))
        {
            errors.Add(new("role", "Enter your job title"));
        }

        if (!input.NoConflict)
        {
            errors.Add(new("noConflict", "Confirm that you have no interest in the provider"));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
