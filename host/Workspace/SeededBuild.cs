using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.SettingManagement;
using Volo.Abp.Uow;
using Workspace.Data;

namespace Workspace;

/// <summary>Which build of the program filled the database last with what it begins with: the same one has nothing to add, and need not look for it at every start.</summary>
public class SeededBuild(IModuleContainer modules, IDbContextProvider<WorkspaceDbContext> contexts, IUnitOfWorkManager units, IGuidGenerator guids) : ITransientDependency
{
    /// <summary>A row of the settings' table that is no setting: no provider of values has this name.</summary>
    public const string Row = "Workspace.SeededBuild", Provider = "Build";

    public virtual async Task<bool> IsThisAsync()
    {
        using var unit = units.Begin(requiresNew: true);
        var known = await (await contexts.GetDbContextAsync()).Settings.Where(row => row.Name == Row && row.ProviderName == Provider).Select(row => row.Value).FirstOrDefaultAsync();
        await unit.CompleteAsync();
        return known == Build();
    }

    /// <summary>That it has filled the database.</summary>
    public virtual async Task NoteAsync()
    {
        using var unit = units.Begin(requiresNew: true, isTransactional: true);
        var (context, build) = (await contexts.GetDbContextAsync(), Build());
        var noted = await context.Settings.Where(row => row.Name == Row && row.ProviderName == Provider).ExecuteUpdateAsync(update => update.SetProperty(row => row.Value, build));
        if (noted == 0) { context.Settings.Add(new Setting(guids.Create(), Row, build, Provider)); }
        await unit.CompleteAsync();
    }

    /// <summary>Another when any module's code or embedded content is.</summary>
    private string Build()
    {
        var assemblies = modules.Modules.Select(module => module.Assembly).Distinct().OrderBy(assembly => assembly.FullName, StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(assemblies.SelectMany(assembly => assembly.ManifestModule.ModuleVersionId.ToByteArray()).ToArray()));
    }
}
