using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Data;
using Volo.Abp.Guids;

namespace Volo.Abp.Identity;

/// <summary>Lets ASP.NET Core Identity keep roles in ABP's tables.</summary>
internal class IdentityRoleStore(IIdentityRoleRepository roles, IGuidGenerator guids, IdentityErrorDescriber errors) : IRoleClaimStore<IdentityRole>
{
    public void Dispose()
    {
    }

    public async Task<IdentityResult> CreateAsync(IdentityRole role, CancellationToken cancellationToken)
    {
        await roles.InsertAsync(role, autoSave: true, cancellationToken);
        return IdentityResult.Success;
    }

    public Task<IdentityResult> UpdateAsync(IdentityRole role, CancellationToken cancellationToken) =>
        SavedAsync(() => roles.UpdateAsync(role, autoSave: true, cancellationToken));

    public Task<IdentityResult> DeleteAsync(IdentityRole role, CancellationToken cancellationToken) =>
        SavedAsync(() => roles.DeleteAsync(role, autoSave: true, cancellationToken));

    public Task<string> GetRoleIdAsync(IdentityRole role, CancellationToken cancellationToken) => Task.FromResult(role.Id.ToString());

    public Task<string> GetRoleNameAsync(IdentityRole role, CancellationToken cancellationToken) => Task.FromResult(role.Name);

    public Task SetRoleNameAsync(IdentityRole role, string roleName, CancellationToken cancellationToken)
    {
        role.ChangeName(roleName);
        return Task.CompletedTask;
    }

    public Task<string> GetNormalizedRoleNameAsync(IdentityRole role, CancellationToken cancellationToken) => Task.FromResult(role.NormalizedName);

    public Task SetNormalizedRoleNameAsync(IdentityRole role, string normalizedName, CancellationToken cancellationToken)
    {
        role.NormalizedName = normalizedName;
        return Task.CompletedTask;
    }

    public Task<IdentityRole> FindByIdAsync(string roleId, CancellationToken cancellationToken) =>
        roles.FindAsync(Guid.Parse(roleId), cancellationToken: cancellationToken);

    public Task<IdentityRole> FindByNameAsync(string normalizedRoleName, CancellationToken cancellationToken) =>
        roles.FindByNormalizedNameAsync(normalizedRoleName, cancellationToken: cancellationToken);

    public Task<IList<Claim>> GetClaimsAsync(IdentityRole role, CancellationToken cancellationToken = default) =>
        Task.FromResult<IList<Claim>>(role.Claims.Select(claim => claim.ToClaim()).ToList());

    public Task AddClaimAsync(IdentityRole role, Claim claim, CancellationToken cancellationToken = default)
    {
        role.AddClaim(guids, claim);
        return Task.CompletedTask;
    }

    public Task RemoveClaimAsync(IdentityRole role, Claim claim, CancellationToken cancellationToken = default)
    {
        role.RemoveClaim(claim);
        return Task.CompletedTask;
    }

    private async Task<IdentityResult> SavedAsync(Func<Task> save)
    {
        try
        {
            await save();
            return IdentityResult.Success;
        }
        catch (AbpDbConcurrencyException)
        {
            return IdentityResult.Failed(errors.ConcurrencyFailure());
        }
    }
}
