using DpsPortal.Accreditation;
using DpsPortal.Adapters;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.EntityFrameworkCore.Clock;
using DpsPortal.Framework;
using DpsPortal.HttpApi.Host.FirstPage;
using DpsPortal.HttpApi.Host.Http;
using DpsPortal.HttpApi.Host.RulesEndpoints;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Accounts.Factors;
using DpsPortal.Placements;
using DpsPortal.Property;
using DpsPortal.Reporting;
using DpsPortal.Tendering;
using Microsoft.AspNetCore.Authorization;

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
var configuration = builder.Configuration;

services.AddFramework();
services.AddDpsPortalDatabase(configuration);
services.AddDpsPortalWorkers(configuration);
services.AddAdapters(configuration);

// One line per module; a second one below.
services.AddOrganisations(configuration);
services.AddProperty();
services.AddAccreditation();
services.AddTendering(configuration);
services.AddPlacements();
services.AddReporting();

services.ConfigureHttpJsonOptions(options => JsonFormat.Apply(options.SerializerOptions));
services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemShape.Complete);
services.AddExceptionHandler<ProblemHandler>();
services.AddSingleton<RefusalRecorder>();
services.AddSingleton<ScannerWatch>();
services.AddHostedService(provider => provider.GetRequiredService<ScannerWatch>());
services.AddOpenApi("v1", OpenApiShape.Apply);
services.AddAuthorizationBuilder()
    .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(NoSuchEndpoint).Build());
services.AddKeys(configuration);
services.AddOwnAddress(configuration);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = 256 * 1024;
    kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
});
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
builder.Logging.AddFilter(RequestLog.ServersOwn, LogLevel.Warning);
// Names of downloads can be names of people.
builder.Logging.AddFilter("Microsoft.AspNetCore.Http.Result", LogLevel.Warning);
builder.Host.ConfigureHostOptions(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));

var app = builder.Build();
app.UseForwardedHeaders();
app.UseMiddleware<RequestLog>();
app.UseSecurityHeaders();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseOwnAddress();
app.UseFrontEnd();
app.UseRouting();
app.Use(async (context, next) =>
{
    await context.RequestServices.GetRequiredService<DatabaseClock>().RefreshAsync(context.RequestAborted);
    await next(context);
});
app.UseAuthentication();
app.UseMiddleware<RequestGuard>();
app.UseMiddleware<ForbiddenRecorder>();
app.UseSecondFactorGate();
app.UseAuthorization();
app.UseMiddleware<QueryGuard>();

app.MapOrganisations();
app.MapProperty();
app.MapAccreditation();
app.MapTendering();
app.MapPlacements();
app.MapReporting();
app.MapCalendar();
app.MapEvaluation();
app.MapPricing();
app.MapPrivacy();
app.MapToday();

app.MapHealth();
app.MapDevelopment(app.Environment);
app.MapOpenApi().WithName("OpenApi.Get").AllowAnonymous();
app.Run();

// Deny by default: an endpoint that names neither a permission nor "anonymous" answers nobody. What is none of ours
// (no route, wrong method, wrong content type) is answered as such.
static bool NoSuchEndpoint(AuthorizationHandlerContext context) =>
    context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;
