using System.Net;
using System.Text.RegularExpressions;
using DpsPortal.Framework.Application;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Permissions;

/// <summary>
/// Every endpoint by every role, for real: against the reviewed table <c>endpoints.csv</c>. A new endpoint fails here
/// until somebody has written down who may call it.
/// </summary>
[Trait("ASVS", "8.2.1")]
public sealed partial class PermissionMatrixTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly Role[] ProviderRoles = [Role.ProviderAdministrator, Role.ProviderStaff];

    [Fact]
    public void Every_endpoint_is_in_the_reviewed_table_as_it_is()
    {
        var actual = EndpointLine.Of(portal.Services).Select(line => line.ToString()).ToList();
        var reviewed = EndpointLine.Reviewed().Select(line => line.ToString()).ToList();

        actual.Except(reviewed).ShouldBeEmpty(
            "The table does not have these so:\n" + string.Join('\n', actual.Except(reviewed)));
        reviewed.Except(actual).ShouldBeEmpty("Lines without such an endpoint.");
    }

    [Fact]
    public async Task Every_role_is_let_in_or_refused_as_the_table_says()
    {
        var surprises = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var client = await portal.AsAnotherAsync(OrganisationOf(role), role);
            foreach (var line in Callable())
            {
                var status = (await CallAsync(client, line, Guid.NewGuid())).Status;
                var isRefused = status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;
                if (isRefused == line.Allows(role) || (int)status >= 500)
                {
                    surprises.Add($"{role} {line.Method} {line.Route}: {(int)status}");
                }
            }
        }

        surprises.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_gets_past_sign_in()
    {
        var surprises = new List<string>();
        using var client = portal.Anonymous();
        await client.GetAsync("/api/session");
        foreach (var line in Callable().Where(line => line.Permission != EndpointLine.Anonymous))
        {
            var status = (await CallAsync(client, line, Guid.NewGuid())).Status;
            if (status != HttpStatusCode.Unauthorized)
            {
                surprises.Add($"{line.Method} {line.Route}: {(int)status}");
            }
        }

        surprises.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_unsafe_call_without_its_token_is_refused()
    {
        var surprises = new List<string>();
        var client = await portal.AsAnotherAsync(portal.Eastmarsh, Enum.GetValues<Role>());
        client.AntiforgeryToken = null;
        foreach (var line in Callable().Where(line => line.Method != "GET"))
        {
            var answer = await CallAsync(client, line, Guid.NewGuid());
            if (answer.Status != HttpStatusCode.BadRequest || answer.Problem.Code != "antiforgery")
            {
                surprises.Add($"{line.Method} {line.Route}: {(int)answer.Status}");
            }
        }

        surprises.ShouldBeEmpty();
    }

    /// <summary>For the other organisation the object is not there: same status and same words as for no object.</summary>
    [Fact]
    public async Task Another_organisations_object_is_answered_like_an_unknown_one()
    {
        var surprises = new List<string>();
        foreach (var factory in ObjectFactory.All)
        {
            var made = await factory.CreateAsync(portal);
            var lines = Callable()
                .Where(line => line.Permission is not (EndpointLine.Anonymous or EndpointLine.SignedIn)
                    && line.Route.StartsWith(factory.Prefix, StringComparison.Ordinal))
                .ToList();
            lines.ShouldNotBeEmpty($"No route begins with {factory.Prefix}.");
            foreach (var (line, role) in lines.SelectMany(l => Enum.GetValues<Role>().Where(l.Allows), (l, r) => (l, r)))
            {
                var stranger = IsOfProvider(role) ? portal.Copperleaf : portal.Kingsferry;
                var client = await portal.AsAsync(stranger, role);
                var foreign = await CallAsync(client, line, made.Id);
                var unknown = await CallAsync(client, line, Guid.NewGuid());
                if (foreign.Text != unknown.Text || foreign.IsSuccess
                    || (line.Method == "GET" && foreign.Status != HttpStatusCode.NotFound))
                {
                    surprises.Add($"{role} of {stranger.Name} {line.Method} {line.Route}: {(int)foreign.Status}");
                }
            }

            foreach (var (line, owner) in lines
                .Where(l => l.Method == "GET" && !factory.NotYet.Any(l.Route.EndsWith))
                .SelectMany(l => made.Entitled, (l, o) => (l, o)))
            {
                foreach (var role in Enum.GetValues<Role>().Where(r => line.Allows(r) && IsRoleOf(r, owner)))
                {
                    var answer = await CallAsync(await portal.AsAsync(owner, role), line, made.Id);
                    if (answer.Status == HttpStatusCode.NotFound)
                    {
                        surprises.Add($"{role} of {owner.Name}, who owns it, {line.Method} {line.Route}: 404");
                    }
                }
            }
        }

        surprises.ShouldBeEmpty();
    }

    /// <summary>The front end is files, sign-in and sign-out would end the session that makes the next call.</summary>
    private static IEnumerable<EndpointLine> Callable() => EndpointLine.Reviewed()
        .Where(line => line.Name is not ("Account.SignIn" or "Account.SignOut") && line.Method != "any");

    private static Task<PortalAnswer> CallAsync(PortalClient client, EndpointLine line, Guid id)
    {
        var path = RouteValue().Replace(line.Route, m => m.Value.EndsWith(":int}", StringComparison.Ordinal) ? "1" : id.ToString());
        if (line.Name is "Document.Upload" or "Staff.Import" or "Ofsted.ReadColumns" or "Ofsted.Compare" or "Import.Check"
            or "Import.Propose")
        {
            return client.UploadAsync("insurance.pdf", [], path);
        }

        return client.SendAsync(new HttpMethod(line.Method), path, line.Method == "GET" ? null : new { });
    }

    private TestOrganisation OrganisationOf(Role role) => IsOfProvider(role) ? portal.HarbourSteps : portal.Eastmarsh;

    private static bool IsOfProvider(Role role) => ProviderRoles.Contains(role);

    private static bool IsRoleOf(Role role, TestOrganisation organisation) =>
        IsOfProvider(role) == (organisation.Kind == Organisations.People.OrganisationKind.Provider);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex RouteValue();
}
