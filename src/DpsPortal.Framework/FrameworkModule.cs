using DpsPortal.Framework.Application;
using DpsPortal.Framework.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Framework;

public static class FrameworkModule
{
    public static IServiceCollection AddFramework(this IServiceCollection services) => services
        .AddErrorTexts(typeof(FrameworkModule))
        .AddSingleton<ErrorTexts>()
        .AddSingleton<PermissionTable>()
        .AddScoped<ActingUser>()
        .AddScoped<ICurrentUser>(scope => scope.GetRequiredService<ActingUser>());
}
