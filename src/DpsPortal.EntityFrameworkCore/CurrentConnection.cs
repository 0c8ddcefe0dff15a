using System.Data.Common;
using DpsPortal.Framework.Data;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.EntityFrameworkCore;

/// <summary>The context's connection; opened through the context, so that it is told whose it is.</summary>
internal sealed class CurrentConnection(DpsPortalDbContext db) : ICurrentConnection
{
    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return db.Database.GetDbConnection();
    }
}
