using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Collections;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.EventBus.Abstractions;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.ObjectExtending;
using Volo.Abp.Uow;

namespace Volo.Abp.EventBus.Abstractions
{
    [DependsOn(typeof(AbpObjectExtendingModule))]
    public class AbpEventBusAbstractionsModule : AbpModule;
}

namespace Volo.Abp.EventBus.Local
{
    public interface ILocalEventBus : IEventBus;

    public class AbpLocalEventBusOptions
    {
        public ITypeList<IEventHandler> Handlers { get; } = new TypeList<IEventHandler>();
    }

    [AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = true)]
    public class LocalEventHandlerOrderAttribute(int order) : Attribute
    {
        public int Order { get; set; } = order;
    }
}

namespace Volo.Abp.EventBus.Distributed
{
    public interface IDistributedEventBus : IEventBus
    {
        /// <param name="useOutbox">False publishes past an outbox that takes such events.</param>
        Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true) where TEvent : class;
        Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true);
        IDisposable Subscribe<TEvent>(IDistributedEventHandler<TEvent> handler) where TEvent : class;
    }

    public interface IDistributedEventHandler<in TEvent> : IEventHandler
    {
        Task HandleEventAsync(TEvent eventData);
    }
}

namespace Volo.Abp.EventBus
{
    [DependsOn(
        typeof(AbpEventBusAbstractionsModule), typeof(AbpMultiTenancyModule), typeof(AbpGuidsModule), typeof(AbpBackgroundWorkersModule),
        typeof(AbpDistributedLockingAbstractionsModule))]
    public class AbpEventBusModule : AbpModule
    {
        public override void PreConfigureServices(ServiceConfigurationContext context)
        {
            var (local, distributed) = (new List<Type>(), new List<Type>());
            context.Services.OnRegistered(registered =>
            {
                if (Handles(registered.ImplementationType, typeof(ILocalEventHandler<>))) { local.Add(registered.ImplementationType); }
                if (Handles(registered.ImplementationType, typeof(IDistributedEventHandler<>))) { distributed.Add(registered.ImplementationType); }
            });
            context.Services.Configure<AbpLocalEventBusOptions>(options => local.ForEach(type => AddOnce(options.Handlers, type)));
            context.Services.Configure<AbpDistributedEventBusOptions>(options => distributed.ForEach(type => AddOnce(options.Handlers, type)));
        }

        public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
        {
            await context.AddBackgroundWorkerAsync<OutboxSenderManager>();
            await context.AddBackgroundWorkerAsync<InboxProcessManager>();
        }

        public override void OnApplicationInitialization(ApplicationInitializationContext context) =>
            OnApplicationInitializationAsync(context).GetAwaiter().GetResult();

        private static bool Handles(Type type, Type handler) =>
            type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == handler);

        private static void AddOnce(ITypeList<IEventHandler> handlers, Type type)
        {
            if (!handlers.Contains(type)) { handlers.Add(type); }
        }
    }

    public interface IEventHandler;

    public interface ILocalEventHandler<in TEvent> : IEventHandler
    {
        Task HandleEventAsync(TEvent eventData);
    }

    public interface IEventBus
    {
        /// <summary>Publishes at the end of the current unit of work, or at once when there is none or <paramref name="onUnitOfWorkComplete"/> is false.</summary>
        Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true) where TEvent : class;
        Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true);
        IDisposable Subscribe<TEvent>(Func<TEvent, Task> action) where TEvent : class;
    }

    public interface IEventDataMayHaveTenantId
    {
        bool IsMultiTenant(out Guid? tenantId);
    }

    public interface IEventDataWithInheritableGenericArgument
    {
        object[] GetConstructorArgs();
    }

    public interface IEventNameProvider
    {
        string GetName(Type eventType);
    }

    [AttributeUsage(AttributeTargets.Class)]
    public class EventNameAttribute(string name) : Attribute, IEventNameProvider
    {
        public virtual string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));

        public static string GetNameOrDefault<TEvent>() => GetNameOrDefault(typeof(TEvent));

        public static string GetNameOrDefault(Type eventType) =>
            eventType.GetCustomAttributes(true).OfType<IEventNameProvider>().FirstOrDefault()?.GetName(eventType) ?? eventType.FullName!;

        public string GetName(Type eventType) => Name;
    }

    /// <summary>Calls the handlers of an event and of its base types, each from a scope of its own, inside the publisher's unit of work.</summary>
    internal abstract class InProcessEventBus : IEventBus
    {
        private readonly IServiceScopeFactory _scopes;
        private readonly ICurrentTenant _currentTenant;
        private readonly Dictionary<Type, List<Subscription>> _subscriptions = [];
        private readonly ConcurrentDictionary<Type, Subscription[]> _bySent = new();

        private sealed record Subscription(Type EventType, Type? HandlerType, int Order, Func<object?, object, Task> Invoke);

        protected InProcessEventBus(
            ITypeList<IEventHandler> handlers, Type handlerInterface, IServiceScopeFactory scopes, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
        {
            (_scopes, _currentTenant, UnitOfWorkManager) = (scopes, currentTenant, unitOfWorkManager);
            foreach (var handler in handlers)
            {
                var order = handler.GetCustomAttribute<LocalEventHandlerOrderAttribute>(true)?.Order ?? 0;
                foreach (var contract in handler.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == handlerInterface))
                {
                    var method = contract.GetMethod("HandleEventAsync")!;
                    Add(new Subscription(contract.GenericTypeArguments[0], handler, order,
                        (target, data) => (Task)method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, [data], null)!));
                }
            }
        }

        public Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true) where TEvent : class =>
            PublishAsync(typeof(TEvent), eventData, onUnitOfWorkComplete);

        protected IUnitOfWorkManager UnitOfWorkManager { get; }

        public virtual async Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true)
        {
            if (onUnitOfWorkComplete && UnitOfWorkManager.Current is { } unitOfWork)
            {
                AddToUnitOfWork(unitOfWork, new UnitOfWorkEventRecord(eventType, eventData, EventOrderGenerator.GetNext()));
                return;
            }
            await DeliverAsync(eventType, eventData);
        }

        public IDisposable Subscribe<TEvent>(Func<TEvent, Task> action) where TEvent : class
        {
            var subscription = new Subscription(typeof(TEvent), null, 0, (_, data) => action((TEvent)data));
            lock (_subscriptions) { Add(subscription); }
            return new DisposeAction(() =>
            {
                lock (_subscriptions) { _subscriptions[typeof(TEvent)].Remove(subscription); }
                _bySent.Clear();
            });
        }

        /// <summary>Whether anybody listens to events of this type.</summary>
        internal bool IsHeard(Type eventType) => SubscriptionsOf(eventType).Length > 0;

        /// <summary>The type that handlers name so; null when none does.</summary>
        protected Type? TypeOf(string eventName)
        {
            lock (_subscriptions) { return _subscriptions.Keys.FirstOrDefault(x => EventNameAttribute.GetNameOrDefault(x) == eventName); }
        }

        internal async Task DeliverAsync(Type eventType, object eventData, Func<Type, bool>? handlers = null)
        {
            List<Exception>? exceptions = null;
            foreach (var subscription in SubscriptionsOf(eventType).Where(x => handlers is null || x.HandlerType is null || handlers(x.HandlerType)))
            {
                try
                {
                    using var scope = _scopes.CreateScope();
                    using var tenant = _currentTenant.Change(TenantOf(eventData));
                    var handler = subscription.HandlerType is null ? null : scope.ServiceProvider.GetRequiredService(subscription.HandlerType);
                    await subscription.Invoke(handler, AsEvent(subscription.EventType, eventType, eventData));
                }
                catch (Exception exception)
                {
                    (exceptions ??= []).Add(exception);
                }
            }
            if (exceptions is null) { return; }
            if (exceptions.Count == 1) { ExceptionDispatchInfo.Throw(exceptions[0]); }
            throw new AggregateException($"More than one error has occurred while triggering the event: {eventType}", exceptions);
        }

        protected abstract void AddToUnitOfWork(IUnitOfWork unitOfWork, UnitOfWorkEventRecord record);

        private Guid? TenantOf(object data) => data switch
        {
            IMultiTenant multiTenant => multiTenant.TenantId,
            IEventDataMayHaveTenantId may when may.IsMultiTenant(out var tenantId) => tenantId,
            _ => _currentTenant.Id
        };

        private void Add(Subscription subscription)
        {
            if (!_subscriptions.TryGetValue(subscription.EventType, out var list)) { _subscriptions[subscription.EventType] = list = []; }
            list.Add(subscription);
            _bySent.Clear();
        }

        private Subscription[] SubscriptionsOf(Type sent) => _bySent.GetOrAdd(sent, type =>
        {
            lock (_subscriptions)
            {
                return _subscriptions.Where(s => s.Key.IsAssignableFrom(type) || IsOfBaseArgument(s.Key, type)).SelectMany(s => s.Value).OrderBy(s => s.Order).ToArray();
            }
        });

        // EntityCreatedEventData<Dog> is heard by handlers of EntityCreatedEventData<Animal> and EntityChangedEventData<Animal> too.
        private static bool IsOfBaseArgument(Type heard, Type sent)
        {
            if (!heard.IsGenericType || heard.GenericTypeArguments.Length != 1 || !typeof(IEventDataWithInheritableGenericArgument).IsAssignableFrom(sent)) { return false; }
            for (var type = sent; type is { IsGenericType: true }; type = type.BaseType)
            {
                if (type.GetGenericTypeDefinition() == heard.GetGenericTypeDefinition()
                    && heard.GenericTypeArguments[0].IsAssignableFrom(type.GenericTypeArguments[0])) { return true; }
            }
            return false;
        }

        private static object AsEvent(Type heard, Type sent, object data) => heard.IsInstanceOfType(data)
            ? data
            : Activator.CreateInstance(heard, ((IEventDataWithInheritableGenericArgument)data).GetConstructorArgs())!;
    }

    [ExposeServices(typeof(ILocalEventBus), typeof(LocalEventBus))]
    internal sealed class LocalEventBus(
        IOptions<AbpLocalEventBusOptions> options, IServiceScopeFactory scopes, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
        : InProcessEventBus(options.Value.Handlers, typeof(ILocalEventHandler<>), scopes, currentTenant, unitOfWorkManager), ILocalEventBus, ISingletonDependency
    {
        protected override void AddToUnitOfWork(IUnitOfWork unitOfWork, UnitOfWorkEventRecord record) => unitOfWork.AddOrReplaceLocalEvent(record);
    }

    [ExposeServices(typeof(IUnitOfWorkEventPublisher))]
    internal sealed class UnitOfWorkEventPublisher(LocalEventBus localEventBus, LocalDistributedEventBus distributedEventBus)
        : IUnitOfWorkEventPublisher, ITransientDependency
    {
        public async Task PublishLocalEventsAsync(IEnumerable<UnitOfWorkEventRecord> localEvents)
        {
            foreach (var record in localEvents) { await localEventBus.DeliverAsync(record.EventType, record.EventData); }
        }

        public async Task PublishDistributedEventsAsync(IEnumerable<UnitOfWorkEventRecord> distributedEvents)
        {
            foreach (var record in distributedEvents)
            {
                await distributedEventBus.PublishAsync(record.EventType, record.EventData, onUnitOfWorkComplete: false, record.UseOutbox);
            }
        }
    }
}
