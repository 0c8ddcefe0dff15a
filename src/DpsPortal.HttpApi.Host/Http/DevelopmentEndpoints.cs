using DpsPortal.Adapters.Mail;

namespace DpsPortal.HttpApi.Host.Http;

internal static class DevelopmentEndpoints
{
    /// <summary>Mail that nobody sent: shown only where the portal is tried out.</summary>
    public static void MapDevelopment(this IEndpointRouteBuilder routes, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        routes.MapGet("/api/development/mail", (PickupFolder mails, CancellationToken ct) => mails.GetListAsync(ct))
            .WithName("DevelopmentMail.GetList").AllowAnonymous().ExcludeFromDescription();
    }
}
