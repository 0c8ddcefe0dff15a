using DpsPortal.Organisations.Accounts.Factors;
using DpsPortal.Organisations.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Organisations.Accounts;

internal static class SignInServices
{
    /// <summary>PBKDF2-HMAC-SHA512. Source: OWASP Password Storage Cheat Sheet, at least 210,000.</summary>
    private const int PasswordIterations = 220_000;

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        // Over plain http (a machine of one's own) browsers refuse __Host- cookies; anywhere else they are required.
        var secure = configuration.GetValue("Session:Secure", configuration["environment"] != "Development");
        services.AddIdentityCore<User>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            options.User.RequireUniqueEmail = true;
            options.Password.RequiredLength = 12;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
        });
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations);
        services.Configure<SignInLimits>(configuration.GetSection("SignIn"));
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<PortalAddress>();
        services.AddScoped<SessionStore>();
        services.AddScoped<SessionStarter>();
        services.AddScoped<AccountAudit>();
        services.AddSingleton<PasswordChecker>();
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();

        services.AddSecondFactors(configuration, secure);

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(
            IdentityConstants.ApplicationScheme, options => Configure(options, secure));
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, SessionBoundAntiforgery>();
        services.AddSingleton<AntiforgeryTokens>();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = AntiforgeryTokens.Header;
            options.SuppressXFrameOptionsHeader = true;
            options.Cookie = new CookieBuilder { IsEssential = true };
            Configure(options.Cookie, "antiforgery", secure);
        });
    }

    private static void Configure(CookieAuthenticationOptions options, bool secure)
    {
        Configure(options.Cookie, "session", secure);
        options.ExpireTimeSpan = Session.MaxIdle;
        options.SlidingExpiration = true;
        // A session lasts by the wall clock, whatever the clock of the deadlines says in a test.
        options.TimeProvider = TimeProvider.System;
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = SessionTicket.ValidateAsync,
            OnRedirectToLogin = context => Answer(context.Response, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden),
        };
    }

    internal static void Configure(CookieBuilder cookie, string name, bool secure)
    {
        cookie.Name = (secure ? "__Host-" : "") + "dps-" + name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
