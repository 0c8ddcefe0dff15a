using DpsPortal.Organisations.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DpsPortal.Organisations.Accounts.Factors;

internal static class SecondFactorServices
{
    public static void AddSecondFactors(this IServiceCollection services, IConfiguration configuration, bool secure)
    {
        services.Configure<AccountRules>(configuration.GetSection("Accounts"));
        services.AddHttpContextAccessor();
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyRules>();
        services.AddScoped<Passkeys>();
        services.AddScoped<Authenticators>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<RecoveryHold>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<SessionFactors>();
        services.AddScoped<PendingProofs>();
        services.AddScoped<StepUpProver>();
        services.AddScoped<FactorMail>();
        services.AddSingleton<SignInDoor>();
        services.AddSingleton(_ =>
        {
            var cookie = new CookieBuilder { IsEssential = true };
            SignInServices.Configure(cookie, "proof", secure);
            cookie.SameSite = SameSiteMode.Strict;
            return new ProofCookie(cookie);
        });
        services.AddScoped<ISecondStepAppService, SecondStepAppService>();
        services.AddScoped<ISecondFactorAppService, SecondFactorAppService>();
        services.AddScoped<IFactorResetAppService, FactorResetAppService>();
        services.AddScoped<IPasswordChangeAppService, PasswordChangeAppService>();
    }

    /// <summary>
    /// A passkey is kept by its device and unlocked by its owner each time: only so is it two factors. Source: W3C
    /// WebAuthn level 3; the address is ours and not the request's, which its sender could choose.
    /// </summary>
    private sealed class PasskeyRules(PortalAddress portal) : IConfigureOptions<IdentityPasskeyOptions>
    {
        public void Configure(IdentityPasskeyOptions options)
        {
            options.ServerDomain = portal.HostName;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            options.AuthenticatorTimeout = PendingProof.Lasts;
            options.ValidateOrigin = context => ValueTask.FromResult(
                !context.CrossOrigin && string.Equals(context.Origin, portal.Origin, StringComparison.OrdinalIgnoreCase));
        }
    }
}
