using DpsPortal.Organisations.Accounts.Factors;
using DpsPortal.Organisations.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace DpsPortal.EntityFrameworkCore;

/// <summary>Identity's store over our kind of passkey; Identity's passkey handler reads through it.</summary>
internal sealed class PortalUserStore(DpsPortalDbContext db)
    : UserOnlyStore<User, DpsPortalDbContext, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>,
        IdentityUserToken<Guid>, Passkey>(db);
