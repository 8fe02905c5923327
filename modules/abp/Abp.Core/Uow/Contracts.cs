using System.Data;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Uow;

public interface IAbpUnitOfWorkOptions
{
    bool IsTransactional { get; }
    IsolationLevel? IsolationLevel { get; }
    int? Timeout { get; }
}

public class AbpUnitOfWorkOptions : IAbpUnitOfWorkOptions
{
    public bool IsTransactional { get; set; }
    public IsolationLevel? IsolationLevel { get; set; }
    public int? Timeout { get; set; }

    public AbpUnitOfWorkOptions() { }

    public AbpUnitOfWorkOptions(bool isTransactional = false, IsolationLevel? isolationLevel = null, int? timeout = null) =>
        (IsTransactional, IsolationLevel, Timeout) = (isTransactional, isolationLevel, timeout);

    public AbpUnitOfWorkOptions Clone() => new(IsTransactional, IsolationLevel, Timeout);
}

public enum UnitOfWorkTransactionBehavior
{
    Auto = 0,
    Enabled = 1,
    Disabled = 2
}

public class AbpUnitOfWorkDefaultOptions
{
    public UnitOfWorkTransactionBehavior TransactionBehavior { get; set; } = UnitOfWorkTransactionBehavior.Auto;
    public IsolationLevel? IsolationLevel { get; set; }
    public int? Timeout { get; set; }

    public bool CalculateIsTransactional(bool autoValue) => TransactionBehavior switch
    {
        UnitOfWorkTransactionBehavior.Enabled => true,
        UnitOfWorkTransactionBehavior.Disabled => false,
        _ => autoValue
    };

    internal AbpUnitOfWorkOptions Complete(AbpUnitOfWorkOptions options)
    {
        options.IsolationLevel ??= IsolationLevel;
        options.Timeout ??= Timeout;
        return options;
    }
}

public interface IDatabaseApi;

public interface ISupportsSavingChanges
{
    Task SaveChangesAsync(CancellationToken cancellationToken = default);
}

public interface ISupportsRollback
{
    Task RollbackAsync(CancellationToken cancellationToken = default);
}

public interface ITransactionApi : IDisposable
{
    Task CommitAsync(CancellationToken cancellationToken = default);
}

public interface IDatabaseApiContainer : IServiceProviderAccessor
{
    IDatabaseApi? FindDatabaseApi(string key);
    void AddDatabaseApi(string key, IDatabaseApi api);
    IDatabaseApi GetOrAddDatabaseApi(string key, Func<IDatabaseApi> factory);
}

public interface ITransactionApiContainer
{
    ITransactionApi? FindTransactionApi(string key);
    void AddTransactionApi(string key, ITransactionApi api);
    ITransactionApi GetOrAddTransactionApi(string key, Func<ITransactionApi> factory);
}

public interface IUnitOfWork : IDatabaseApiContainer, ITransactionApiContainer, IDisposable
{
    Guid Id { get; }
    Dictionary<string, object> Items { get; }
    IAbpUnitOfWorkOptions Options { get; }
    IUnitOfWork? Outer { get; }
    bool IsReserved { get; }
    bool IsDisposed { get; }
    bool IsCompleted { get; }
    string? ReservationName { get; }

    event EventHandler<UnitOfWorkFailedEventArgs> Failed;
    event EventHandler<UnitOfWorkEventArgs> Disposed;

    void SetOuter(IUnitOfWork? outer);
    void Initialize(AbpUnitOfWorkOptions options);
    void Reserve(string reservationName);
    Task SaveChangesAsync(CancellationToken cancellationToken = default);
    Task CompleteAsync(CancellationToken cancellationToken = default);
    Task RollbackAsync(CancellationToken cancellationToken = default);
    void OnCompleted(Func<Task> handler);
    void AddOrReplaceLocalEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null);
    void AddOrReplaceDistributedEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null);
}

public class UnitOfWorkEventArgs(IUnitOfWork unitOfWork) : EventArgs
{
    public IUnitOfWork UnitOfWork { get; } = unitOfWork;
}

public class UnitOfWorkFailedEventArgs(IUnitOfWork unitOfWork, Exception? exception, bool isRolledback) : UnitOfWorkEventArgs(unitOfWork)
{
    public Exception? Exception { get; } = exception;
    public bool IsRolledback { get; } = isRolledback;
}

public class UnitOfWorkEventRecord(Type eventType, object eventData, long eventOrder, bool useOutbox = true)
{
    public object EventData { get; } = eventData;
    public Type EventType { get; } = eventType;
    public long EventOrder { get; protected set; } = eventOrder;
    public bool UseOutbox { get; } = useOutbox;
    public Dictionary<string, object> Properties { get; } = [];

    public void SetOrder(long order) => EventOrder = order;
}

public static class EventOrderGenerator
{
    private static long _last;
    public static long GetNext() => Interlocked.Increment(ref _last);
}

public interface IUnitOfWorkEventPublisher
{
    Task PublishLocalEventsAsync(IEnumerable<UnitOfWorkEventRecord> localEvents);
    Task PublishDistributedEventsAsync(IEnumerable<UnitOfWorkEventRecord> distributedEvents);
}

public interface IUnitOfWorkAccessor
{
    IUnitOfWork? UnitOfWork { get; }
    void SetUnitOfWork(IUnitOfWork? unitOfWork);
}

public interface IAmbientUnitOfWork : IUnitOfWorkAccessor
{
    IUnitOfWork? GetCurrentByChecking();
}

public interface IUnitOfWorkManager
{
    IUnitOfWork? Current { get; }
    IUnitOfWork Begin(AbpUnitOfWorkOptions options, bool requiresNew = false);
    IUnitOfWork Reserve(string reservationName, bool requiresNew = false);
    void BeginReserved(string reservationName, AbpUnitOfWorkOptions options);
    bool TryBeginReserved(string reservationName, AbpUnitOfWorkOptions options);
}

public interface IUnitOfWorkManagerAccessor
{
    IUnitOfWorkManager UnitOfWorkManager { get; }
}

public interface IUnitOfWorkEnabled;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Interface)]
public class UnitOfWorkAttribute : Attribute
{
    public bool? IsTransactional { get; set; }
    public IsolationLevel? IsolationLevel { get; set; }
    public int? Timeout { get; set; }
    public bool IsDisabled { get; set; }

    public UnitOfWorkAttribute() { }
    public UnitOfWorkAttribute(bool isTransactional) => IsTransactional = isTransactional;

    public UnitOfWorkAttribute(bool isTransactional, IsolationLevel isolationLevel) =>
        (IsTransactional, IsolationLevel) = (isTransactional, isolationLevel);

    public UnitOfWorkAttribute(bool isTransactional, IsolationLevel isolationLevel, int timeout) =>
        (IsTransactional, IsolationLevel, Timeout) = (isTransactional, isolationLevel, timeout);

    public virtual void SetOptions(AbpUnitOfWorkOptions options)
    {
        options.IsTransactional = IsTransactional ?? options.IsTransactional;
        options.IsolationLevel = IsolationLevel ?? options.IsolationLevel;
        options.Timeout = Timeout ?? options.Timeout;
    }
}

public static class UnitOfWorkManagerExtensions
{
    public static IUnitOfWork Begin(
        this IUnitOfWorkManager unitOfWorkManager, bool requiresNew = false, bool isTransactional = false,
        IsolationLevel? isolationLevel = null, int? timeout = null) =>
        unitOfWorkManager.Begin(new AbpUnitOfWorkOptions(isTransactional, isolationLevel, timeout), requiresNew);

    public static void BeginReserved(this IUnitOfWorkManager unitOfWorkManager, string reservationName) =>
        unitOfWorkManager.BeginReserved(reservationName, new AbpUnitOfWorkOptions());

    public static void TryBeginReserved(this IUnitOfWorkManager unitOfWorkManager, string reservationName) =>
        unitOfWorkManager.TryBeginReserved(reservationName, new AbpUnitOfWorkOptions());
}

public static class UnitOfWorkExtensions
{
    public static bool IsReservedFor(this IUnitOfWork unitOfWork, string reservationName) =>
        unitOfWork.IsReserved && unitOfWork.ReservationName == reservationName;
}
