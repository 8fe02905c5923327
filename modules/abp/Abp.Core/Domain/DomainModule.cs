using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Abstractions;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Threading;
using Volo.Abp.Timing;

namespace Volo.Abp.Domain
{
    [DependsOn(typeof(AbpEventBusAbstractionsModule))]
    public class AbpDddDomainSharedModule : AbpModule;

    [DependsOn(
        typeof(AbpAuditingModule), typeof(AbpDataModule), typeof(AbpEventBusModule), typeof(AbpGuidsModule), typeof(AbpTimingModule),
        typeof(AbpThreadingModule), typeof(AbpMultiTenancyModule), typeof(AbpDddDomainSharedModule))]
    public class AbpDddDomainModule : AbpModule;
}

namespace Volo.Abp.Domain.Services
{
    public interface IDomainService : ITransientDependency;

    public abstract class DomainService : IDomainService
    {
        public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;

        protected IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();
        protected IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetService<IGuidGenerator>(SimpleGuidGenerator.Instance);
        protected ILoggerFactory LoggerFactory => LazyServiceProvider.LazyGetRequiredService<ILoggerFactory>();
        protected ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();
        protected IAsyncQueryableExecuter AsyncExecuter => LazyServiceProvider.LazyGetRequiredService<IAsyncQueryableExecuter>();
        protected ILogger Logger => LazyServiceProvider.LazyGetService<ILogger>(_ => LoggerFactory?.CreateLogger(GetType().FullName!) ?? NullLogger.Instance);
    }
}
