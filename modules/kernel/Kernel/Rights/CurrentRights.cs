using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Kernel.Rights;

/// <summary>Asks the permission checker, whose grants are cached, and remembers its answers for the unit of work.</summary>
public class CurrentRights(IPermissionChecker permissions, ICurrentUser user, ICurrentTenant tenant, IUnitOfWorkManager unitsOfWork)
    : IRights, ITransientDependency
{
    private static readonly RecordScope[] Scopes = [RecordScope.All, RecordScope.Unit, RecordScope.Team];
    private static readonly FieldAccess[] Accesses = [FieldAccess.Changeable, FieldAccess.Visible];

    public async ValueTask<RecordScope> GetScopeAsync(string entity) =>
        SystemWork.Reason is not null ? RecordScope.All
        : user.Id is null ? RecordScope.None
        : (RecordScope)await RememberAsync(entity, ReadScopeAsync);

    public async ValueTask<FieldAccess> GetAccessAsync(string field) =>
        SystemWork.Reason is not null ? FieldAccess.Changeable
        : user.Id is null ? FieldAccess.Hidden
        : (FieldAccess)await RememberAsync(field, ReadAccessAsync) is var access && access == FieldAccess.Masked && Reveals.Field == field
            ? FieldAccess.Visible
        : access;

    private async Task<int> ReadScopeAsync(string entity)
    {
        var granted = await GrantedAsync([entity, .. Scopes.Select(scope => RightsPermissions.Scope(entity, scope))]);
        return !granted.Contains(entity) ? (int)RecordScope.None
            : (int)Scopes.FirstOrDefault(scope => granted.Contains(RightsPermissions.Scope(entity, scope)), RecordScope.Own);
    }

    private async Task<int> ReadAccessAsync(string field)
    {
        var granted = await GrantedAsync([field, .. Accesses.Select(access => RightsPermissions.Access(field, access))]);
        return !granted.Contains(field) ? (int)FieldAccess.Hidden
            : (int)Accesses.FirstOrDefault(access => granted.Contains(RightsPermissions.Access(field, access)), FieldAccess.Masked);
    }

    private async Task<HashSet<string>> GrantedAsync(string[] names) =>
        [.. (await permissions.IsGrantedAsync(names)).Result.Where(grant => grant.Value == PermissionGrantResult.Granted).Select(grant => grant.Key)];

    /// <summary>Within a unit of work a person's rights do not change under his feet.</summary>
    private async Task<int> RememberAsync(string name, Func<string, Task<int>> read)
    {
        if (unitsOfWork.Current?.Items is not { } items)
        {
            return await read(name);
        }
        var key = $"Kernel.Rights:{tenant.Id}:{user.Id}:{name}";
        if (!items.TryGetValue(key, out var known))
        {
            items[key] = known = await read(name);
        }
        return (int)known;
    }
}
