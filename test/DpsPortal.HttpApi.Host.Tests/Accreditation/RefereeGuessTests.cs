using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.HttpApi.Host.Tests.Accounts;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>A portal that bears three wrong secrets from one network.</summary>
public sealed class GuessFixture : PortalFixture
{
    public const int Borne = 3;

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["SignIn:FailuresPerNetwork"] = "3" };
}

public sealed class RefereeGuessTests(GuessFixture portal) : IClassFixture<GuessFixture>
{
    [Fact]
    public async Task The_third_wrong_secret_is_still_answered_and_the_fourth_is_not_whatever_link_it_is_of()
    {
        using var visitor = await portal.VisitorAsync();
        for (var i = 1; i <= GuessFixture.Borne; i++)
        {
            (await visitor.PostAsync("/api/references/read", new { token = $"guess-{i}" })).Problem.Code
                .ShouldBe(AccreditationErrorCodes.ReferenceLinkNotValid);
        }

        (await visitor.PostAsync("/api/references/read", new { token = "guess-4" })).Status
            .ShouldBe(HttpStatusCode.TooManyRequests);
        (await visitor.PostAsync("/api/account/invitation/read", new { token = "guess-5" })).Status
            .ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
