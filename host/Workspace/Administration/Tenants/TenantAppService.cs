using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.FeatureManagement;
using Volo.Abp.Features;
using Volo.Abp.Identity;
using Volo.Abp.Localization;
using Volo.Abp.TenantManagement;
using Volo.Abp.Validation.StringValues;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Administration.Tenants;

/// <summary>The organisations that work here, for the administrators of the whole workspace.</summary>
[Authorize(TenantManagementPermissions.Tenants.Default)]
public class TenantAppService(
    IRepository<Tenant, Guid> tenants, ITenantManager manager, TenantDatabases databases, IFeatureManager features,
    IFeatureDefinitionManager definitions, IDataSeeder seeder, IdentityUserManager users) : ApplicationService
{
    public virtual async Task<TenantPage> GetListAsync(TenantListInput input)
    {
        var found = await tenants.GetQueryableAsync();
        if (input.Text?.Trim().ToUpperInvariant() is { Length: > 0 } text) { found = found.Where(tenant => tenant.NormalizedName.Contains(text)); }
        if (input.After is { Length: > 0 } after) { found = found.Where(tenant => tenant.Name.CompareTo(after) > 0); }
        var rows = await AsyncExecuter.ToListAsync(found
            .OrderBy(tenant => tenant.Name).Take(input.Max + 1)
            .Select(tenant => new TenantRow(tenant.Id, tenant.Name, tenant.CreationTime, tenant.ConnectionStrings.Any())));
        return new TenantPage([.. rows.Take(input.Max)], rows.Count > input.Max);
    }

    public virtual async Task<TenantDto> GetAsync(Guid id)
    {
        var tenant = await tenants.GetAsync(id);
        return new TenantDto(tenant.Id, tenant.Name, tenant.CreationTime, await databases.GetStateAsync(tenant.FindDefaultConnectionString()));
    }

    /// <exception cref="BusinessException">The name is taken, the password too weak, or the database of no use; nothing is made then.</exception>
    [Authorize(TenantManagementPermissions.Tenants.Create)]
    public virtual async Task<Guid> CreateAsync(CreateTenantInput input)
    {
        var tenant = await manager.CreateAsync(input.Name.Trim());
        await CheckPasswordAsync(input);
        if (input.ConnectionString?.Trim() is { Length: > 0 } connectionString)
        {
            await AuthorizationService.CheckAsync(TenantManagementPermissions.Tenants.ManageConnectionStrings);
            await databases.CreateAsync(connectionString);
            tenant.SetDefaultConnectionString(connectionString);
        }
        await tenants.InsertAsync(tenant, autoSave: true);
        await ApplyAsync(tenant.Id, input.Edition);
        using (CurrentTenant.Change(tenant.Id, tenant.Name))
        {
            await seeder.SeedAsync(new DataSeedContext(tenant.Id)
                .WithProperty(IdentityDataSeedContributor.AdminEmailPropertyName, input.AdminEmail.Trim())
                .WithProperty(IdentityDataSeedContributor.AdminPasswordPropertyName, input.AdminPassword));
        }
        return tenant.Id;
    }

    [Authorize(TenantManagementPermissions.Tenants.Update)]
    public virtual async Task RenameAsync(Guid id, string name)
    {
        var tenant = await tenants.GetAsync(id);
        await manager.ChangeNameAsync(tenant, name.Trim());
        await tenants.UpdateAsync(tenant);
    }

    [Authorize(TenantManagementPermissions.Tenants.ManageFeatures)]
    public virtual async Task<IReadOnlyList<TenantFeatureGroup>> GetFeaturesAsync(Guid id)
    {
        var values = (await features.GetAllWithProviderForTenantAsync(id)).ToDictionary(value => value.Name);
        return [.. (await definitions.GetGroupsAsync()).Select(group => new TenantFeatureGroup(
            group.DisplayName.Localize(StringLocalizerFactory),
            [.. group.GetFeaturesWithChildren().Select(feature => ToDto(feature, values[feature.Name]))]))];
    }

    /// <exception cref="FeatureValueInvalidException">A feature does not take its value; none is changed then.</exception>
    [Authorize(TenantManagementPermissions.Tenants.ManageFeatures)]
    public virtual async Task SetFeaturesAsync(Guid id, Dictionary<string, string> values)
    {
        await tenants.GetAsync(id);
        foreach (var feature in (await definitions.GetAllAsync()).Where(feature => values.ContainsKey(feature.Name)))
        {
            await features.SetForTenantAsync(id, feature.Name, values[feature.Name]);
        }
    }

    /// <summary>Switches all features as the edition has them.</summary>
    [Authorize(TenantManagementPermissions.Tenants.ManageFeatures)]
    public virtual async Task SetEditionAsync(Guid id, TenantEdition edition)
    {
        await tenants.GetAsync(id);
        await features.DeleteAsync(TenantFeatureValueProvider.ProviderName, id.ToString());
        await CurrentUnitOfWork!.SaveChangesAsync();
        await ApplyAsync(id, edition);
    }

    /// <summary>Points the tenant to another place where its rows already are; rows are not moved.</summary>
    /// <param name="connectionString">Null or blank: the shared database.</param>
    /// <exception cref="BusinessException">The database is of no use, or does not hold the tenant.</exception>
    [Authorize(TenantManagementPermissions.Tenants.ManageConnectionStrings)]
    public virtual async Task SetDatabaseAsync(Guid id, string? connectionString)
    {
        var tenant = await tenants.GetAsync(id);
        connectionString = connectionString?.Trim() is { Length: > 0 } given ? given : null;
        if (!(connectionString is null ? await databases.SharedHoldsAsync(id) : await databases.HoldsAsync(id, connectionString)))
        {
            throw new BusinessException(TenantErrorCodes.DatabaseHoldsNothing).WithData("Name", tenant.Name);
        }
        if (connectionString is null) { tenant.RemoveDefaultConnectionString(); } else { tenant.SetDefaultConnectionString(connectionString); }
        await tenants.UpdateAsync(tenant);
    }

    /// <summary>The organisation's people cannot sign in any more; its rows stay.</summary>
    /// <param name="typedName">The name once more, by the hand of who deletes.</param>
    [Authorize(TenantManagementPermissions.Tenants.Delete)]
    public virtual async Task DeleteAsync(Guid id, string? typedName)
    {
        var tenant = await tenants.GetAsync(id);
        if (typedName?.Trim() != tenant.Name)
        {
            throw new BusinessException(TenantErrorCodes.NameNotTyped).WithData("Name", tenant.Name);
        }
        await tenants.DeleteAsync(tenant);
    }

    private async Task ApplyAsync(Guid id, TenantEdition edition)
    {
        foreach (var feature in TenantEditions.Without(edition))
        {
            await features.SetForTenantAsync(id, feature, "false");
        }
    }

    // The seeder takes any password.
    private async Task CheckPasswordAsync(CreateTenantInput input)
    {
        var admin = new IdentityUser(Guid.NewGuid(), IdentityDataSeedContributor.AdminUserNameDefaultValue, input.AdminEmail.Trim());
        foreach (var validator in users.PasswordValidators)
        {
            (await validator.ValidateAsync(users, admin, input.AdminPassword)).CheckErrors();
        }
    }

    private TenantFeature ToDto(FeatureDefinition feature, FeatureNameValueWithGrantedProvider value)
    {
        var depth = 0;
        for (var parent = feature.Parent; parent is not null; parent = parent.Parent) { depth++; }
        return new TenantFeature(
            feature.Name, feature.DisplayName.Localize(StringLocalizerFactory), feature.Description?.Localize(StringLocalizerFactory).Value, depth,
            feature.ValueType is ToggleStringValueType, Choices(feature.ValueType), value.Value,
            value.Provider?.Name == TenantFeatureValueProvider.ProviderName);
    }

    private IReadOnlyList<KeyValuePair<string, string>> Choices(IStringValueType? type) => type is not SelectionStringValueType selection ? []
        : [.. selection.ItemSource.Items.Select(item => KeyValuePair.Create(
            item.Value, LocalizableString.Create(item.DisplayText.Name, item.DisplayText.ResourceName).Localize(StringLocalizerFactory).Value))];
}
