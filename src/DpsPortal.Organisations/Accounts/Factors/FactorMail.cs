using DpsPortal.Framework.Emailing;
using DpsPortal.Organisations.People;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>Tells the owner what changed at the account, so that a change by somebody else does not stay unseen.</summary>
internal sealed class FactorMail(IEmailSender mail, PortalAddress portal)
{
    public Task AppAddedAsync(User user, CancellationToken ct) =>
        TellAsync(user, "An authenticator app was added", "An authenticator app was added to your account.", ct);

    public Task AppRemovedAsync(User user, CancellationToken ct) =>
        TellAsync(user, "An authenticator app was removed", "The authenticator app was removed from your account.", ct);

    public Task PasskeyAddedAsync(User user, string name, CancellationToken ct) =>
        TellAsync(user, "A passkey was added", $"The passkey \"{name}\" was added to your account.", ct);

    public Task PasskeyRemovedAsync(User user, string name, CancellationToken ct) =>
        TellAsync(user, "A passkey was removed", $"The passkey \"{name}\" was removed from your account.", ct);

    public Task CodesRenewedAsync(User user, CancellationToken ct) =>
        TellAsync(user, "New recovery codes", "New recovery codes were made. Those before do not work any more.", ct);

    public Task CodeUsedAsync(User user, int left, CancellationToken ct) => TellAsync(
        user,
        "A recovery code was used",
        $"Somebody signed in to your account with a recovery code. {left} are left.",
        ct);

    public Task PasswordChangedAsync(User user, CancellationToken ct) => TellAsync(
        user, "Your password was changed", "Your password was changed. All other sessions have ended.", ct);

    public Task ResetAsync(User user, string by, string organisation, CancellationToken ct) => mail.QueueAsync(
        user.Email!,
        "Your second step was reset",
        $"""
         {by} of {organisation} removed the authenticator app, the passkeys and the recovery codes of your account at
         the Supported Accommodation Portal. You have been signed out.

         Sign in with your password and set up a second step again: {portal.PageOf("sign-in")}
         If you did not ask for this, tell {organisation} and set a new password: {portal.PageOf("forgotten-password")}
         Please do not reply to this e-mail.
         """,
        ct);

    private Task TellAsync(User user, string subject, string what, CancellationToken ct) => mail.QueueAsync(
        user.Email!,
        subject,
        $"""
         {what}
         It is your account at the Supported Accommodation Portal.

         If it was you, do nothing. If not, set a new password at once: {portal.PageOf("forgotten-password")}
         Then see what is set up: {portal.PageOf("account")}
         Please do not reply to this e-mail.
         """,
        ct);
}
