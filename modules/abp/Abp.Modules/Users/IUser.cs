using Volo.Abp.Data;
using Volo.Abp.Domain;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Users
{
    public class AbpUsersDomainSharedModule : AbpModule;

    [DependsOn(typeof(AbpUsersDomainSharedModule), typeof(AbpUsersAbstractionModule), typeof(AbpDddDomainModule))]
    public class AbpUsersDomainModule : AbpModule;

    public interface IUser : IAggregateRoot<Guid>, IMultiTenant, IHasExtraProperties
    {
        string UserName { get; }
        string Email { get; }
        string Name { get; }
        string Surname { get; }
        bool IsActive { get; }
        bool EmailConfirmed { get; }
        string PhoneNumber { get; }
        bool PhoneNumberConfirmed { get; }
    }

    public static class AbpUserExtensions
    {
        public static IUserData ToAbpUserData(this IUser user) => new UserData(
            user.Id, user.UserName, user.Email, user.Name, user.Surname, user.EmailConfirmed,
            user.PhoneNumber, user.PhoneNumberConfirmed, user.TenantId, user.IsActive, user.ExtraProperties);
    }
}

namespace Volo.Abp.Users.EntityFrameworkCore
{
    [DependsOn(typeof(AbpUsersDomainModule), typeof(AbpEntityFrameworkCoreModule))]
    public class AbpUsersEntityFrameworkCoreModule : AbpModule;
}
