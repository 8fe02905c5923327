using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Services;
using Volo.Abp.Threading;

namespace Volo.Abp.Identity;

public class IdentityRoleManager : RoleManager<IdentityRole>, IDomainService
{
    private readonly ICancellationTokenProvider cancellation;

    protected override CancellationToken CancellationToken => cancellation.Token;

    internal IdentityRoleManager(
        IRoleStore<IdentityRole> store, IEnumerable<IRoleValidator<IdentityRole>> roleValidators, ILookupNormalizer keyNormalizer,
        IdentityErrorDescriber errors, ILogger<RoleManager<IdentityRole>> logger, ICancellationTokenProvider cancellation)
        : base(store, roleValidators, keyNormalizer, errors, logger) => this.cancellation = cancellation;

    /// <exception cref="EntityNotFoundException">There is no such role.</exception>
    public virtual async Task<IdentityRole> GetByIdAsync(Guid id) =>
        await Store.FindByIdAsync(id.ToString(), CancellationToken) ?? throw new EntityNotFoundException(typeof(IdentityRole), id);

    /// <exception cref="BusinessException">The role is static.</exception>
    public override Task<IdentityResult> SetRoleNameAsync(IdentityRole role, string name)
    {
        if (role.IsStatic && role.Name != name)
        {
            throw new BusinessException("Volo.Abp.Identity:010005");
        }

        return base.SetRoleNameAsync(role, name);
    }

    /// <exception cref="BusinessException">The role is static.</exception>
    public override Task<IdentityResult> DeleteAsync(IdentityRole role)
    {
        if (role.IsStatic)
        {
            throw new BusinessException("Volo.Abp.Identity:010006");
        }

        return base.DeleteAsync(role);
    }
}
