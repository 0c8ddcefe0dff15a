namespace DpsPortal.Organisations.Accounts;

public interface IFactorResetAppService
{
    /// <summary>
    /// For a colleague who lost phone and recovery codes: takes all their second factors away and ends their sessions.
    /// </summary>
    /// <exception cref="Framework.Domain.EntityNotFoundException">No such person, or of another organisation.</exception>
    /// <exception cref="Framework.Domain.BusinessException">
    /// Oneself; somebody without a second factor; or somebody who acts for another organisation too, which would be
    /// left with less than it asked for.
    /// </exception>
    Task ResetAsync(Guid userId, CancellationToken ct);
}
