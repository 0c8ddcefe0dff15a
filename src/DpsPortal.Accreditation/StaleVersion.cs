using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation;

internal static class StaleVersion
{
    /// <summary>What the person acts on is what they have read.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed it meanwhile.</exception>
    public static void EnsureUnchangedSince(this AggregateRoot aggregate, uint version)
    {
        if (aggregate.Version != version)
        {
            throw new DbUpdateConcurrencyException($"{aggregate.GetType().Name} {aggregate.Id} has changed.");
        }
    }
}
