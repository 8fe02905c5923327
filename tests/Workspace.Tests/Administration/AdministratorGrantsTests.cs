using Microsoft.Extensions.DependencyInjection;
using Parties;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.SettingManagement;
using Workspace.Administration.Administrators;

namespace Workspace.Tests.Administration;

/// <summary>A newer version of the program starts on the database of an older one.</summary>
public class AdministratorGrantsTests : AdministrationTest
{
    private const string Brought = PartiesPermissions.Parties.Edit, Taken = PartiesPermissions.Parties.Export;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_new_version_brings_is_the_administrators_and_what_was_taken_from_them_stays_taken(bool inAnOrganisation)
    {
        await Of(inAnOrganisation, TakeAsync(Brought));
        await Of(inAnOrganisation, TakeAsync(Taken));
        await Admin(ForgetAsync);

        await StartAsync();

        var granted = await Of(inAnOrganisation, GrantsAsync);
        granted.ShouldContain(Brought);
        granted.ShouldNotContain(Taken);
        (await GrantsOf("finance")).ShouldNotContain(Brought);
    }

    [Fact]
    public async Task A_start_of_the_same_version_gives_nothing()
    {
        var before = await GrantsOf(AdministratorGrants.Role);
        await Of(true, TakeAsync(Taken));

        await StartAsync();
        await StartAsync();

        (await GrantsOf(AdministratorGrants.Role)).ShouldBe(before.Except([Taken]));
    }

    [Fact]
    public async Task A_build_that_has_filled_the_database_does_not_look_again_and_another_one_does()
    {
        await Of(true, TakeAsync(Brought));
        await Admin(ForgetAsync);

        await StartAsync(always: false);
        (await GrantsOf(AdministratorGrants.Role)).ShouldNotContain(Brought, "the same build has been here");

        await Admin(FilledByAnotherAsync);
        await StartAsync(always: false);
        (await GrantsOf(AdministratorGrants.Role)).ShouldContain(Brought);
    }

    [Fact]
    public async Task What_a_build_defines_is_in_the_database_once_it_has_filled_it()
    {
        await Admin(ForgetAsync);
        (await Admin(DefinedAsync)).ShouldNotContain(Brought);

        await StartAsync();

        (await Admin(DefinedAsync)).ShouldContain(Brought);
    }

    private async Task StartAsync(bool always = true)
    {
        using var host = Get<ICurrentTenant>().Change(null);
        await (always ? Get<WorkspaceDatabase>().MigrateAsync() : Get<WorkspaceDatabase>().PrepareAsync());
    }

    private async Task<List<string>> Of(bool inAnOrganisation, Func<IServiceProvider, Task<List<string>>> act)
    {
        if (inAnOrganisation) { return await Admin(act); }
        using var host = Get<ICurrentTenant>().Change(null);
        return await Act(act);
    }

    private static Func<IServiceProvider, Task<List<string>>> TakeAsync(string permission) => async services =>
    {
        await services.GetRequiredService<IPermissionManager>().SetForRoleAsync(AdministratorGrants.Role, permission, false);
        return [permission];
    };

    private static async Task<List<string>> GrantsAsync(IServiceProvider services) =>
        [.. (await services.GetRequiredService<IPermissionGrantRepository>().GetListAsync("R", AdministratorGrants.Role)).Select(grant => grant.Name)];

    private static async Task<List<string>> DefinedAsync(IServiceProvider services) =>
        [.. (await services.GetRequiredService<IReadOnlyRepository<PermissionDefinitionRecord, Guid>>().GetListAsync()).Select(record => record.Name)];

    private static Task FilledByAnotherAsync(IServiceProvider services) =>
        services.GetRequiredService<IRepository<Setting, Guid>>().DeleteDirectAsync(row => row.ProviderName == SeededBuild.Provider);

    /// <summary>As if the version that wrote the definitions had not known what the new one brings.</summary>
    private static Task ForgetAsync(IServiceProvider services) =>
        services.GetRequiredService<IRepository<PermissionDefinitionRecord, Guid>>().DeleteDirectAsync(record => record.Name == Brought);
}
