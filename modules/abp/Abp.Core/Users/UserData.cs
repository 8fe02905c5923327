#nullable disable
using Volo.Abp.Data;
using Volo.Abp.EventBus;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Users;

[DependsOn(typeof(AbpMultiTenancyModule), typeof(AbpEventBusModule))]
public class AbpUsersAbstractionModule : AbpModule;

public interface IUserData : IHasExtraProperties
{
    Guid Id { get; }
    Guid? TenantId { get; }
    string UserName { get; }
    string Name { get; }
    string Surname { get; }
    bool IsActive { get; }
    string Email { get; }
    bool EmailConfirmed { get; }
    string PhoneNumber { get; }
    bool PhoneNumberConfirmed { get; }
}

public class UserData : IUserData
{
    public Guid Id { get; set; }
    public Guid? TenantId { get; set; }
    public string UserName { get; set; }
    public string Name { get; set; }
    public string Surname { get; set; }
    public bool IsActive { get; set; }
    public string Email { get; set; }
    public bool EmailConfirmed { get; set; }
    public string PhoneNumber { get; set; }
    public bool PhoneNumberConfirmed { get; set; }
    public ExtraPropertyDictionary ExtraProperties { get; } = [];

    public UserData()
    {
    }

    public UserData(
        Guid id, string userName, string email = null, string name = null, string surname = null, bool emailConfirmed = false,
        string phoneNumber = null, bool phoneNumberConfirmed = false, Guid? tenantId = null, bool isActive = true,
        ExtraPropertyDictionary extraProperties = null)
    {
        Id = id;
        UserName = userName;
        Email = email;
        Name = name;
        Surname = surname;
        EmailConfirmed = emailConfirmed;
        PhoneNumber = phoneNumber;
        PhoneNumberConfirmed = phoneNumberConfirmed;
        TenantId = tenantId;
        IsActive = isActive;
        ExtraProperties = extraProperties ?? [];
    }
}

/// <summary>The users of the current tenant, as modules see them that keep none themselves.</summary>
public interface IExternalUserLookupServiceProvider
{
    /// <returns>Null when there is none.</returns>
    Task<IUserData> FindByIdAsync(Guid id, CancellationToken cancellationToken = default);
    Task<IUserData> FindByUserNameAsync(string userName, CancellationToken cancellationToken = default);
    Task<List<IUserData>> SearchAsync(
        string sorting = null, string filter = null, int maxResultCount = int.MaxValue, int skipCount = 0,
        CancellationToken cancellationToken = default);
    Task<long> GetCountAsync(string filter = null, CancellationToken cancellationToken = default);
}
