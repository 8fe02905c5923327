using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Data;
using System.Data.Common;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Parties;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Volo.Abp.Validation;
using Workspace;
using Workspace.Data;

namespace Providers.Tests;

/// <summary>
/// As far as SQL Server can be proved without one: its client loads what parameters need, the migrations make the model, and
/// every reading use case of every module sends statements that its provider could translate.
/// </summary>
public class SqlServerTests
{
    [Fact]
    public void The_client_finds_the_type_of_every_parameter_we_send()
    {
        foreach (var value in (object[])[1, 1L, (short)1, (byte)1, true, "x", 1.5m, 1.5d, Guid.NewGuid(), DateTime.UtcNow, new DateOnly(2026, 1, 1), new TimeOnly(9, 0), new byte[] { 1 }, DateTimeOffset.UtcNow])
        {
            new SqlParameter("@p", value).SqlDbType.ToString().ShouldNotBeEmpty(value.GetType().Name);
        }
    }

    [Fact]
    public void The_whole_script_of_tables_and_of_migrations_can_be_made()
    {
        using var context = new Workspace.Migrations.SqlServer.WorkspaceDbContextFactory().CreateDbContext([]);
        var script = context.Database.GenerateCreateScript();
        script.ShouldContain("WHERE [TenantId] IS NULL");
        script.ShouldContain("COLLATE Latin1_General_100_BIN2");
        script.ShouldNotContain("\"TenantId\"");
        context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent).ShouldContain("CREATE TABLE [AbpUsers]");
    }

    [Fact]
    public async Task Every_reading_use_case_is_translated()
    {
        var app = await BuildAsync();
        var faults = new List<string>();
        var asked = 0;
        foreach (var (service, method) in Reads(app.Services))
        {
            foreach (var isFilled in (bool[])[false, true])
            {
                asked++;
                if (await FaultOfAsync(app.Services, service, method, isFilled) is { } fault) { faults.Add($"{service.Name}.{method.Name}: {fault}"); }
            }
        }
        faults.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(30);
        var sent = app.Services.GetRequiredService<Unconnected>().Sent;
        sent.Count.ShouldBeGreaterThan(asked / 2);
        sent.ShouldContain(statement => statement.Contains($"FROM [{PartiesDbProperties.Table("Parties")}]", StringComparison.Ordinal));
        sent.ShouldContain(statement => statement.Contains("FETCH NEXT", StringComparison.Ordinal) || statement.Contains("TOP(", StringComparison.Ordinal));
    }

    private static Task<WebApplication> BuildAsync() => WorkspaceHost.BuildAsync<WorkspaceModule>([], builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Database:Provider"] = "SqlServer",
        ["ConnectionStrings:Default"] = "Server=127.0.0.1,1;Database=nowhere;User Id=none;Password=none;Encrypt=false",
        ["Workspace:DataFolder"] = Directory.CreateTempSubdirectory("workspace-tests-").FullName
    }), services =>
    {
        var unconnected = new Unconnected();
        services.AddSingleton(unconnected);
        services.PostConfigure<AbpDbContextOptions>(options => options.PreConfigure(context => context.DbContextOptions.AddInterceptors(unconnected, new NeverOpened())));
        services.Replace(ServiceDescriptor.Transient<IPermissionChecker, EverythingGranted>());
        services.Replace(ServiceDescriptor.Transient<IMethodInvocationAuthorizationService, NothingAsked>());
    });

    private static IEnumerable<(Type Service, MethodInfo Method)> Reads(IServiceProvider services) =>
        from contract in AppDomain.CurrentDomain.GetAssemblies().Where(IsOurs).SelectMany(assembly => assembly.GetTypes())
        where contract.IsInterface && IsRead(contract) && services.GetService(contract) is not null
        from declaring in (typeof(IApplicationService).IsAssignableFrom(contract) ? contract.GetInterfaces() : []).Prepend(contract)
        from method in declaring.GetMethods()
        where !method.IsGenericMethod && !method.IsSpecialName && typeof(Task).IsAssignableFrom(method.ReturnType) && (contract.Name.EndsWith("Source", StringComparison.Ordinal) || method.Name.StartsWith("Get", StringComparison.Ordinal) || method.Name.StartsWith("Find", StringComparison.Ordinal))
        select (contract, method);

    private static bool IsOurs(Assembly assembly) =>
        !assembly.IsDynamic && assembly.GetName().Name! is var name && !name.EndsWith("Tests", StringComparison.Ordinal) && !name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static bool IsRead(Type contract) => (typeof(IApplicationService).IsAssignableFrom(contract) && contract != typeof(IApplicationService))
        || contract.Name is "IPartyReader" or "IPartyDocumentSource" or "ISearchSource" or "IProductCatalog" or "IBackgroundJobRepository" or "IPermissionGrantRepository";

    private static async Task<string?> FaultOfAsync(IServiceProvider services, Type service, MethodInfo method, bool isFilled)
    {
        await using var scope = services.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(isFilled ? Guid.NewGuid() : null);
        foreach (var target in scope.ServiceProvider.GetServices(service))
        {
            using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
            try
            {
                await (Task)method.Invoke(target, [.. method.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter, isFilled))])!;
            }
            catch (Exception exception) when (Unwrap(exception) is EntityNotFoundException or BusinessException or AbpAuthorizationException) { /* there is no row */ }
            catch (Exception exception) when (!isFilled && Unwrap(exception) is AbpValidationException) { /* what is left out may be demanded */ }
            catch (InvalidOperationException exception) when (exception.Message.StartsWith("Sequence contains no elements", StringComparison.Ordinal)) { /* an aggregate, which always has a row */ }
            catch (Exception exception) { return Unwrap(exception).ToString(); }
        }
        return null;
    }

    private static Exception Unwrap(Exception exception) => exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;

    /// <summary>Something that makes a use case take its longer way; when not filled, what a caller leaves out.</summary>
    private static object? Value(Type type, ParameterInfo? parameter, bool isFilled)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (!isFilled && parameter is { HasDefaultValue: true }) { return parameter.DefaultValue; }
        if (!isFilled && plain != type) { return null; }
        if (plain == typeof(string)) { return parameter?.Name is "timeZone" ? "Asia/Tehran" : "09123456"; }
        if (plain == typeof(Guid)) { return Guid.NewGuid(); }
        if (plain == typeof(DateOnly)) { return new DateOnly(2026, 11, 1); }
        if (plain == typeof(DateTime)) { return new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc); }
        if (plain == typeof(bool)) { return isFilled; }
        if (plain.IsEnum) { return Enum.GetValues(plain).GetValue(0); }
        if (plain.IsPrimitive) { return Convert.ChangeType(7, plain, System.Globalization.CultureInfo.InvariantCulture); }
        if (plain == typeof(decimal)) { return 7m; }
        if (plain == typeof(CancellationToken)) { return CancellationToken.None; }
        if (plain.IsArray) { return Filled(Array.CreateInstance(plain.GetElementType()!, 2), plain.GetElementType()!); }
        if (plain.IsGenericType && plain.GetGenericArguments() is [var element] && plain.IsAssignableFrom(typeof(List<>).MakeGenericType(element)))
        {
            return Activator.CreateInstance(typeof(List<>).MakeGenericType(element), Filled(Array.CreateInstance(element, 2), element));
        }
        if (plain.IsAbstract || plain.GetConstructor([]) is null) { return null; }
        var made = Activator.CreateInstance(plain)!;
        foreach (var property in plain.GetProperties().Where(property => (isFilled || property.IsDefined(typeof(MinLengthAttribute), true)) && property.CanWrite && property.SetMethod!.IsPublic && property.GetIndexParameters().Length == 0))
        {
            property.SetValue(made, property.Name == "Sorting" ? null : Value(property.PropertyType, null, true));
        }
        return made;
    }

    private static Array Filled(Array array, Type element)
    {
        for (var i = 0; i < array.Length; i++) { array.SetValue(Value(element, null, true), i); }
        return array;
    }

    /// <summary>Takes the statements down instead of sending them; every query finds nothing.</summary>
    private sealed class Unconnected : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Sent { get; } = new();

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Take(command);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Take(command));

        private InterceptionResult<DbDataReader> Take(DbCommand command)
        {
            foreach (SqlParameter parameter in command.Parameters) { _ = parameter.SqlDbType; }
            Sent.Enqueue(command.CommandText);
            return InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command.CommandText).CreateDataReader());
        }

        /// <summary>Whether there is one: yes, so that the use case goes on. All else finds nothing.</summary>
        private static DataTable Answer(string statement)
        {
            var answer = new DataTable();
            if (statement.StartsWith("SELECT CASE", StringComparison.Ordinal) && statement.Contains("EXISTS (", StringComparison.Ordinal))
            {
                answer.Columns.Add("answer", typeof(bool));
                answer.Rows.Add(true);
            }
            return answer;
        }
    }

    private sealed class NeverOpened : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class NothingAsked : IMethodInvocationAuthorizationService
    {
        public Task CheckAsync(MethodInvocationAuthorizationContext context) => Task.CompletedTask;
    }

    private sealed class EverythingGranted : IPermissionChecker
    {
        public Task<bool> IsGrantedAsync(string name) => Task.FromResult(true);
        public Task<bool> IsGrantedAsync(System.Security.Claims.ClaimsPrincipal? claimsPrincipal, string name) => Task.FromResult(true);
        public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names) => Task.FromResult(new MultiplePermissionGrantResult(names, PermissionGrantResult.Granted));
        public Task<MultiplePermissionGrantResult> IsGrantedAsync(System.Security.Claims.ClaimsPrincipal? claimsPrincipal, string[] names) => IsGrantedAsync(names);
    }
}
