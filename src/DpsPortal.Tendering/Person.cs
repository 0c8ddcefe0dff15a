using DpsPortal.Framework.Application;

namespace DpsPortal.Tendering;

/// <summary>Somebody who did something, with the name they had then.</summary>
internal sealed record Person(Guid Id, string Name)
{
    public static Person From(ICurrentUser user) => new(user.Id, user.Name);
}
