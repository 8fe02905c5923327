using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.EntityFrameworkCore
{
    /// <summary>Says which of ABP's filters hold now; part of a compiled query's key.</summary>
    internal interface IFilteredContext
    {
        bool FiltersTenants { get; }
        bool FiltersDeleted { get; }
    }

    internal static class AbpFilters
    {
        public const string SoftDelete = "Abp:SoftDelete";
        public const string MultiTenant = "Abp:MultiTenant";
    }

    /// <summary>
    /// A filter that is switched off is left out of the statement when the query is compiled, so an active one stays a plain
    /// comparison that an index can serve.
    /// </summary>
    internal sealed class FilterInterceptor : IQueryExpressionInterceptor
    {
        public static readonly FilterInterceptor Instance = new();

        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        {
            if (eventData.Context is not IFilteredContext context || context is { FiltersTenants: true, FiltersDeleted: true }) { return queryExpression; }
            var off = new List<string>();
            if (!context.FiltersTenants) { off.Add(AbpFilters.MultiTenant); }
            if (!context.FiltersDeleted) { off.Add(AbpFilters.SoftDelete); }
            return new Remover(off).Visit(queryExpression);
        }

        private sealed class Remover(IReadOnlyCollection<string> filters) : ExpressionVisitor
        {
            private static readonly MethodInfo IgnoreQueryFilters = typeof(EntityFrameworkQueryableExtensions).GetMethods()
                .Single(m => m.Name == nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters) && m.GetParameters().Length == 2);

            private bool _done;

            protected override Expression VisitExtension(Expression node)
            {
                if (_done || node is not EntityQueryRootExpression root) { return base.VisitExtension(node); }
                _done = true;
                return Expression.Call(IgnoreQueryFilters.MakeGenericMethod(root.ElementType), root, Expression.Constant(filters, typeof(IReadOnlyCollection<string>)));
            }
        }
    }

    internal sealed class FilterAwareCacheKeyGenerator(ICompiledQueryCacheKeyGenerator inner, ICurrentDbContext current) : ICompiledQueryCacheKeyGenerator
    {
        public object GenerateCacheKey(Expression query, bool async)
        {
            var context = current.Context as IFilteredContext;
            return (inner.GenerateCacheKey(query, async), context?.FiltersTenants ?? true, context?.FiltersDeleted ?? true);
        }
    }

    internal sealed class AbpDbContextOptionsExtension : IDbContextOptionsExtension
    {
        public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

        public void ApplyServices(IServiceCollection services)
        {
            var inner = services.LastOrDefault(d => d.ServiceType == typeof(ICompiledQueryCacheKeyGenerator));
            if (inner?.ImplementationType is not { } type) { return; }
            services.Remove(inner);
            services.Add(ServiceDescriptor.Describe(type, type, inner.Lifetime));
            services.Add(ServiceDescriptor.Describe(
                typeof(ICompiledQueryCacheKeyGenerator),
                provider => new FilterAwareCacheKeyGenerator((ICompiledQueryCacheKeyGenerator)provider.GetRequiredService(type), provider.GetRequiredService<ICurrentDbContext>()),
                inner.Lifetime));
        }

        public void Validate(IDbContextOptions options) { }

        private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
        {
            public override bool IsDatabaseProvider => false;
            public override string LogFragment => "";
            public override int GetServiceProviderHashCode() => 0;
            public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;
            public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Abp:Filters"] = "1";
        }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Volo.Abp.EntityFrameworkCore;

    public static class AbpEfCoreDbContextOptionsBuilderExtensions
    {
        public static DbContextOptionsBuilder AddAbpDbContextOptionsExtension(this DbContextOptionsBuilder optionsBuilder)
        {
            if (optionsBuilder.Options.FindExtension<AbpDbContextOptionsExtension>() is null)
            {
                ((IDbContextOptionsBuilderInfrastructure)optionsBuilder).AddOrUpdateExtension(new AbpDbContextOptionsExtension());
                optionsBuilder.AddInterceptors(FilterInterceptor.Instance);
            }
            return optionsBuilder;
        }
    }
}
