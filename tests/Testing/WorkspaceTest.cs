using System.Net;
using System.Security.Claims;
using Kernel.Reading;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.Identity;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;
using Workspace.Databases;
using Workspace.Demonstration;
using Xunit;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Testing;

/// <summary>A test on a fresh workspace database. <see cref="As"/> says who acts, <see cref="Given"/> what is already there.</summary>
public abstract class WorkspaceTest<TModule> : IAsyncLifetime where TModule : IAbpModule
{
    private static int _visitors;

    private AsyncServiceScope _scope;

    protected WorkspaceApp App { get; }
    protected TestDatabase Database { get; }
    protected As As { get; private set; } = null!;
    protected Given Given { get; private set; } = null!;

    protected WorkspaceTest(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        // In the constructor, so that the test's own flow of execution sees the choice of database.
        App = WorkspaceApp.GetAsync<TModule>(provider).GetAwaiter().GetResult();
        Database = new TestDatabase(App);
    }

    public virtual async Task InitializeAsync()
    {
        _scope = App.Services.CreateAsyncScope();
        As = await As.CreateAsync(App.Services);
        Given = new Given(App.Services, As);
    }

    public virtual async Task DisposeAsync()
    {
        await _scope.DisposeAsync();
        Database.Dispose();
    }

    protected T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>The ledger's writer of this test's database; <c>FlushAsync</c> takes to the ledger what was read so far.</summary>
    protected ReadLedgerWriter ReadLedgerWriter() => ActivatorUtilities.CreateInstance<ReadLedgerWriter>(_scope.ServiceProvider);

    /// <summary>A browser without script, not yet signed in.</summary>
    protected WebVisitor Visitor()
    {
        // Each visitor comes from an address of his own, so that what is limited for one does not hinder another.
        var address = new IPAddress(BitConverter.GetBytes(IPAddress.HostToNetworkOrder(0x0A000000 + Interlocked.Increment(ref _visitors))));
        return new WebVisitor(App.Server.CreateHandler(context => context.Connection.RemoteIpAddress = address));
    }

    /// <summary>A browser without script in which the user is signed in, in English unless said otherwise.</summary>
    protected async Task<WebVisitor> SignedIn(string user = "admin", string language = "en")
    {
        var visitor = Visitor();
        await visitor.SignInAsync(user, language);
        return visitor;
    }

    /// <summary>A browser in which the administrator of the whole workspace is signed in, who belongs to no organisation.</summary>
    protected async Task<WebVisitor> SignedInAtHost(string language = "en")
    {
        var visitor = Visitor();
        await visitor.SignInAsync("admin", language, organisation: "", WorkspaceApp.HostPassword);
        return visitor;
    }
}

/// <summary>Acts as one of the organisation's people, in its tenant.</summary>
public sealed class As
{
    private readonly IServiceProvider _services;
    private readonly Dictionary<string, ClaimsPrincipal> _principals = [];

    public Guid TenantId { get; private set; }

    private As(IServiceProvider services) => _services = services;

    public static async Task<As> CreateAsync(IServiceProvider services)
    {
        var made = new As(services);
        await using var scope = services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<ITenantRepository>().FindByNameAsync(DemonstrationData.TenantName.ToUpperInvariant());
        made.TenantId = tenant!.Id;
        using var change = services.GetRequiredService<ICurrentTenant>().Change(made.TenantId, DemonstrationData.TenantName);
        using var unitOfWork = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        var users = scope.ServiceProvider.GetRequiredService<IdentityUserManager>();
        var principals = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<IdentityUser>>();
        foreach (var name in (string[])["admin", "sara", "nima", "reza", "guest"])
        {
            made._principals[name] = await principals.CreateAsync((await users.FindByNameAsync(name))!);
        }
        return made;
    }

    public Guid IdOf(string user) => Guid.Parse(_principals[user].FindFirstValue(AbpClaimTypes.UserId)!);

    public Task<T> Admin<T>(Func<Task<T>> act) => User("admin", act);
    public Task Admin(Func<Task> act) => User("admin", act);
    public Task<T> Sales<T>(Func<Task<T>> act) => User("sara", act);
    public Task Sales(Func<Task> act) => User("sara", act);
    public Task<T> Finance<T>(Func<Task<T>> act) => User("reza", act);
    public Task Finance(Func<Task> act) => User("reza", act);
    public Task<T> Guest<T>(Func<Task<T>> act) => User("guest", act);

    /// <summary>In the organisation, with nobody signed in: as a job begins.</summary>
    public async Task Nobody(Func<Task> act)
    {
        using var tenant = _services.GetRequiredService<ICurrentTenant>().Change(TenantId, DemonstrationData.TenantName);
        using var principal = _services.GetRequiredService<ICurrentPrincipalAccessor>().Change(new ClaimsPrincipal(new ClaimsIdentity()));
        await act();
    }

    public async Task<T> User<T>(string user, Func<Task<T>> act)
    {
        using var tenant = _services.GetRequiredService<ICurrentTenant>().Change(TenantId, DemonstrationData.TenantName);
        using var principal = _services.GetRequiredService<ICurrentPrincipalAccessor>().Change(_principals[user]);
        return await act();
    }

    public Task User(string user, Func<Task> act) => User(user, async () =>
    {
        await act();
        return true;
    });

    /// <summary>A second organisation, with an administrator of its own.</summary>
    public async Task<Guid> AnotherTenant(string name = "other")
    {
        await using var scope = _services.CreateAsyncScope();
        using var unitOfWork = _services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var tenant = await scope.ServiceProvider.GetRequiredService<ITenantManager>().CreateAsync(name);
        await scope.ServiceProvider.GetRequiredService<ITenantRepository>().InsertAsync(tenant, autoSave: true);
        using (_services.GetRequiredService<ICurrentTenant>().Change(tenant.Id, name))
        {
            await scope.ServiceProvider.GetRequiredService<IDataSeeder>().SeedAsync(new DataSeedContext(tenant.Id)
                .WithProperty("AdminEmail", "admin@other.example").WithProperty("AdminPassword", DemonstrationData.Password));
        }
        await unitOfWork.CompleteAsync();
        return tenant.Id;
    }

    /// <summary>Acts as an administrator of another organisation.</summary>
    public async Task<T> AdminOf<T>(Guid tenantId, Func<Task<T>> act)
    {
        using var tenant = _services.GetRequiredService<ICurrentTenant>().Change(tenantId);
        await using var scope = _services.CreateAsyncScope();
        ClaimsPrincipal admin;
        using (_services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true))
        {
            var user = (await scope.ServiceProvider.GetRequiredService<IdentityUserManager>().FindByNameAsync("admin"))!;
            admin = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<IdentityUser>>().CreateAsync(user);
        }
        using var principal = _services.GetRequiredService<ICurrentPrincipalAccessor>().Change(admin);
        return await act();
    }
}
