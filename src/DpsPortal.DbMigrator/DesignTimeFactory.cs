using DpsPortal.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DpsPortal.DbMigrator;

/// <summary>For <c>dotnet-ef</c>, which needs the model but no database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<DpsPortalDbContext>
{
    public DpsPortalDbContext CreateDbContext(string[] args) =>
        DatabaseMigrator.Context("Host=localhost;Database=design_time");
}
