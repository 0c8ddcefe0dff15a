using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.Tests;

/// <summary>One mailbox is written in one way.</summary>
public sealed class OneEmailAddressTests
{
    [Theory]
    [InlineData("name@example.org", true)]
    [InlineData(" name@example.org ", true)]
    [InlineData("first.last+tag@sub-domain.example.org", true)]
    [InlineData("o'brien@example.org", true)]
    [InlineData("\"P\" <officer@example.org>", false)]
    [InlineData("<officer@example.org>", false)]
    [InlineData("Officer officer@example.org", false)]
    [InlineData("officer@example.org.", false)]
    [InlineData("officer@example.org\nbcc: other@example.org", false)]
    [InlineData("\"a b\"@example.org", false)]
    [InlineData("a..b@example.org", false)]
    [InlineData(".a@example.org", false)]
    [InlineData("a@b", false)]
    [InlineData("a@example..org", false)]
    [InlineData("a@-example.org", false)]
    [InlineData("a@b@example.org", false)]
    [InlineData("a,b@example.org", false)]
    [InlineData("\u200Ba@example.org", false)]
    [InlineData("example.org", false)]
    public void An_address_is_bare_or_refused(string text, bool taken) =>
        new OneEmailAddressAttribute().IsValid(text).ShouldBe(taken);
}
