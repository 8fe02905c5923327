using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Uow;
using Workspace;
using Xunit.Sdk;

namespace Providers.Tests;

public enum Contexts
{
    /// <summary>As the workspace has it: one context with every module's tables.</summary>
    HostsOne,

    /// <summary>The same with the model that was made into code, as in a published workspace.</summary>
    HostsOneCompiled,

    /// <summary>As a host may have it that brings none: each module's own.</summary>
    ModulesOwn
}

/// <summary>Runs a test on SQLite and, where it is installed, on a real PostgreSQL; each with the host's one context and with the modules' own.</summary>
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        from database in PostgresCluster.Missing is null ? [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql] : (DatabaseProvider[])[DatabaseProvider.Sqlite]
        from contexts in Enum.GetValues<Contexts>()
        select new object[] { database, contexts };
}

/// <summary>An organisation with four people and no business yet, in a database of the test's own.</summary>
public sealed class Here : IDisposable
{
    private readonly TestDatabase _database;

    public IServiceProvider Services { get; }
    public As As { get; }
    public Given Given { get; }
    public string ConnectionString => _database.ConnectionString;

    private Here(DatabaseProvider database, Contexts contexts)
    {
        var app = (contexts == Contexts.HostsOneCompiled ? WorkspaceApp.GetAsync<CompiledModelModule>(database) : WorkspaceApp.GetAsync<WorkspaceModule>(database)).GetAwaiter().GetResult();
        Services = contexts == Contexts.ModulesOwn ? OwnContextsApp.Services(app) : app.Services;
        _database = new TestDatabase(app);
        As = As.CreateAsync(Services).GetAwaiter().GetResult();
        Given = new Given(Services, As);
    }

    /// <remarks>Not asynchronous, so that the test's own flow of execution sees the choice of database.</remarks>
    public static Here On(DatabaseProvider database, Contexts contexts = Contexts.HostsOne) => new(database, contexts);

    /// <summary>Asks a service as the administrator.</summary>
    public Task<TResult> Ask<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull => As.Admin(async () =>
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    });

    public Task Tell<TService>(Func<TService, Task> act) where TService : notnull => Ask<TService, bool>(async service =>
    {
        await act(service);
        return true;
    });

    /// <summary>As the administrator, in one transaction.</summary>
    public Task<TResult> Work<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull => Ask<TService, TResult>(async service =>
    {
        using var unitOfWork = Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await act(service);
        await unitOfWork.CompleteAsync();
        return result;
    });

    public void Dispose() => _database.Dispose();
}
