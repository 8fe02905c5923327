using Volo.Abp.Data;

namespace Volo.Abp.Identity;

public static class AbpIdentityDbProperties
{
    public const string ConnectionStringName = "AbpIdentity";

    public static string DbTablePrefix { get; set; } = AbpCommonDbProperties.DbTablePrefix;
    public static string DbSchema { get; set; } = AbpCommonDbProperties.DbSchema;
}
