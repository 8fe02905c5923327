using System.Security.Claims;
using Kernel.Rights;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Rights;

public class IdentityUserPrincipals(IdentityUserManager users, IUserClaimsPrincipalFactory<IdentityUser> principals, IUnitOfWorkManager unitsOfWork)
    : IUserPrincipals, ITransientDependency
{
    public virtual async Task<ClaimsPrincipal?> FindAsync(Guid userId)
    {
        using var unitOfWork = unitsOfWork.Begin();
        var principal = await users.FindByIdAsync(userId.ToString()) is { IsActive: true } user ? await principals.CreateAsync(user) : null;
        await unitOfWork.CompleteAsync();
        return principal;
    }
}
