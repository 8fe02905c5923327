using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Repositories;

namespace Volo.Abp.PermissionManagement
{
    public interface IPermissionGrantRepository : IBasicRepository<PermissionGrant, Guid>
    {
        Task<PermissionGrant> FindAsync(string name, string providerName, string providerKey, CancellationToken cancellationToken = default);
        Task<List<PermissionGrant>> GetListAsync(string providerName, string providerKey, CancellationToken cancellationToken = default);
        Task<List<PermissionGrant>> GetListAsync(string[] names, string providerName, string providerKey, CancellationToken cancellationToken = default);
    }

    /// <summary>Grants and revokes in the current tenant, and says who has what from whom.</summary>
    public interface IPermissionManager
    {
        Task<PermissionWithGrantedProviders> GetAsync(string permissionName, string providerName, string providerKey);
        Task<List<PermissionWithGrantedProviders>> GetAllAsync(string providerName, string providerKey);

        /// <summary>An undefined permission is passed over.</summary>
        /// <exception cref="ApplicationException">The permission is disabled, of the other side, or not for this provider.</exception>
        /// <exception cref="AbpException">There is no such provider.</exception>
        Task SetAsync(string permissionName, string providerName, string providerKey, bool isGranted);

        /// <summary>Grants what was granted under one key under another, as of a role that was renamed.</summary>
        Task<PermissionGrant> UpdateProviderKeyAsync(PermissionGrant permissionGrant, string providerKey);
        Task DeleteAsync(string providerName, string providerKey);
    }

    public class PermissionWithGrantedProviders(string name, bool isGranted)
    {
        public string Name { get; } = name;
        public bool IsGranted { get; set; } = isGranted;
        public List<PermissionValueProviderInfo> Providers { get; set; } = [];
    }

    public class PermissionValueProviderInfo(string name, string key)
    {
        public string Name { get; } = name;
        public string Key { get; } = key;
    }

    public static class RolePermissionManagerExtensions
    {
        public static Task<PermissionWithGrantedProviders> GetForRoleAsync(this IPermissionManager permissionManager, string roleName, string permissionName) =>
            permissionManager.GetAsync(permissionName, RolePermissionValueProvider.ProviderName, roleName);

        public static Task<List<PermissionWithGrantedProviders>> GetAllForRoleAsync(this IPermissionManager permissionManager, string roleName) =>
            permissionManager.GetAllAsync(RolePermissionValueProvider.ProviderName, roleName);

        public static Task SetForRoleAsync(this IPermissionManager permissionManager, string roleName, string permissionName, bool isGranted) =>
            permissionManager.SetAsync(permissionName, RolePermissionValueProvider.ProviderName, roleName, isGranted);
    }

    public static class UserPermissionManagerExtensions
    {
        public static Task<List<PermissionWithGrantedProviders>> GetAllForUserAsync(this IPermissionManager permissionManager, Guid userId) =>
            permissionManager.GetAllAsync(UserPermissionValueProvider.ProviderName, userId.ToString());

        public static Task SetForUserAsync(this IPermissionManager permissionManager, Guid userId, string name, bool isGranted) =>
            permissionManager.SetAsync(name, UserPermissionValueProvider.ProviderName, userId.ToString(), isGranted);
    }
}
