using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Workspace;
using Workspace.Data;

namespace Providers.Tests;

/// <summary>Models as code, made and compiled here as <c>etc/publish.sh</c> has <c>dotnet ef</c> and the compiler do it.</summary>
public static class CompiledModels
{
    private static readonly ConcurrentDictionary<DatabaseProvider, Lazy<IModel>> Made = [];

    public static IModel Of(DatabaseProvider provider) => Made.GetOrAdd(provider, _ => new Lazy<IModel>(() => WorkspaceDbContext.CompiledModel(Compile(provider))!)).Value;

    /// <summary>As <c>dotnet ef</c> has it.</summary>
    public static WorkspaceDbContext AtDesignTime(DatabaseProvider provider) => ((IDesignTimeDbContextFactory<WorkspaceDbContext>)(provider switch
    {
        DatabaseProvider.PostgreSql => new Workspace.Migrations.PostgreSql.WorkspaceDbContextFactory(),
        DatabaseProvider.SqlServer => new Workspace.Migrations.SqlServer.WorkspaceDbContextFactory(),
        _ => new Workspace.Migrations.Sqlite.WorkspaceDbContextFactory()
    })).CreateDbContext([]);

    private static Assembly Compile(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("compiled-model-").FullName;
        try
        {
            var sources = Write(provider, folder).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)));
            var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
            using var assembly = new MemoryStream();
            var made = CSharpCompilation.Create($"CompiledModel.{provider}", sources, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)).Emit(assembly);
            made.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
            return Assembly.Load(assembly.ToArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<string> Write(DatabaseProvider provider, string folder)
    {
        using var context = AtDesignTime(provider);
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
        var database = Assembly.Load(context.Database.ProviderName!);
        var design = database.GetType(database.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName, throwOnError: true)!;
        ((IDesignTimeServices)Activator.CreateInstance(design)!).ConfigureDesignTimeServices(services);
        using var made = services.BuildServiceProvider();
        return made.GetRequiredService<ICompiledModelScaffolder>().ScaffoldModel(context.GetService<IDesignTimeModel>().Model, folder, new CompiledModelCodeGenerationOptions
        {
            ContextType = typeof(WorkspaceDbContext), ModelNamespace = $"CompiledModel.{provider}", Language = "C#"
        });
    }
}

/// <summary>The workspace as it is published.</summary>
[DependsOn(typeof(WorkspaceModule))]
public class CompiledModelModule : AbpModule
{
    public CompiledModelModule() => SkipAutoServiceRegistration = true;

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var provider = DatabaseOptions.From(context.Configuration).Provider;
        Configure<AbpDbContextOptions>(options => options.PreConfigure<WorkspaceDbContext>(contexts => contexts.DbContextOptions.UseModel(CompiledModels.Of(provider))));
    }
}
