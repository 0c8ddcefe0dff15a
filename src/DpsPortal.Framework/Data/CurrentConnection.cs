using System.Data.Common;

namespace DpsPortal.Framework.Data;

/// <summary>
/// The scope's own connection, for questions in SQL: under the application's role, with the caller's organisation
/// set and in the current transaction if there is one, so that row-level security holds for all that is read.
/// </summary>
public interface ICurrentConnection
{
    /// <returns>Open. It belongs to the scope: do not dispose of it.</returns>
    Task<DbConnection> OpenAsync(CancellationToken ct);
}
