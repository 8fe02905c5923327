using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Uow;

public class UnitOfWork : IUnitOfWork, ITransientDependency
{
    public const string UnitOfWorkReservationName = "_AbpActionUnitOfWork";

    private readonly Dictionary<string, IDatabaseApi> _databases = [];
    private readonly Dictionary<string, ITransactionApi> _transactions = [];
    private readonly AbpUnitOfWorkDefaultOptions _defaults;
    private Exception? _exception;
    private bool _isRolledBack;

    public Guid Id { get; } = Guid.NewGuid();
    public IAbpUnitOfWorkOptions Options { get; private set; } = default!;
    public IUnitOfWork? Outer { get; private set; }
    public bool IsReserved { get; set; }
    public bool IsDisposed { get; private set; }
    public bool IsCompleted { get; private set; }
    public string? ReservationName { get; set; }
    public IServiceProvider ServiceProvider { get; }
    public Dictionary<string, object> Items { get; } = [];

    /// <summary>What fails now undoes it all.</summary>
    internal bool IsCompleting { get; private set; }

    public event EventHandler<UnitOfWorkFailedEventArgs> Failed = delegate { };
    public event EventHandler<UnitOfWorkEventArgs> Disposed = delegate { };

    protected List<Func<Task>> CompletedHandlers { get; } = [];
    protected List<UnitOfWorkEventRecord> LocalEvents { get; } = [];
    protected List<UnitOfWorkEventRecord> DistributedEvents { get; } = [];
    protected IUnitOfWorkEventPublisher UnitOfWorkEventPublisher { get; }

    public UnitOfWork(IServiceProvider serviceProvider, IUnitOfWorkEventPublisher unitOfWorkEventPublisher, IOptions<AbpUnitOfWorkDefaultOptions> options)
    {
        ServiceProvider = serviceProvider;
        UnitOfWorkEventPublisher = unitOfWorkEventPublisher;
        _defaults = options.Value;
    }

    public virtual void Initialize(AbpUnitOfWorkOptions options)
    {
        if (Options is not null) { throw new AbpException("This unit of work has already been initialized."); }
        Options = _defaults.Complete(options.Clone());
        IsReserved = false;
    }

    public virtual void Reserve(string reservationName)
    {
        ReservationName = Check.NotNullOrWhiteSpace(reservationName, nameof(reservationName));
        IsReserved = true;
    }

    public virtual void SetOuter(IUnitOfWork? outer) => Outer = outer;

    public virtual async Task SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        if (_isRolledBack) { return; }
        foreach (var database in _databases.Values.OfType<ISupportsSavingChanges>().ToList())
        {
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    public virtual async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        if (_isRolledBack) { return; }
        if (IsCompleted || IsCompleting) { throw new AbpException("Completion has already been requested for this unit of work."); }
        try
        {
            IsCompleting = true;
            await SaveChangesAsync(cancellationToken);
            while (LocalEvents.Count > 0 || DistributedEvents.Count > 0)
            {
                if (LocalEvents.Count > 0) { await UnitOfWorkEventPublisher.PublishLocalEventsAsync(Take(LocalEvents)); }
                if (DistributedEvents.Count > 0) { await UnitOfWorkEventPublisher.PublishDistributedEventsAsync(Take(DistributedEvents)); }
                await SaveChangesAsync(cancellationToken);
            }
            await CommitTransactionsAsync(cancellationToken);
            IsCompleted = true;
            await OnCompletedAsync();
        }
        catch (Exception exception)
        {
            _exception = exception;
            throw;
        }
    }

    public virtual async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        if (_isRolledBack) { return; }
        _isRolledBack = true;
        await RollbackAllAsync(cancellationToken);
    }

    public virtual IDatabaseApi? FindDatabaseApi(string key) => _databases.GetValueOrDefault(key);

    public virtual void AddDatabaseApi(string key, IDatabaseApi api)
    {
        if (!_databases.TryAdd(key, api)) { throw new AbpException("This unit of work already contains a database API for the given key."); }
    }

    public virtual IDatabaseApi GetOrAddDatabaseApi(string key, Func<IDatabaseApi> factory) =>
        _databases.TryGetValue(key, out var known) ? known : _databases[key] = factory();

    public virtual ITransactionApi? FindTransactionApi(string key) => _transactions.GetValueOrDefault(key);

    public virtual void AddTransactionApi(string key, ITransactionApi api)
    {
        if (!_transactions.TryAdd(key, api)) { throw new AbpException("This unit of work already contains a transaction API for the given key."); }
    }

    public virtual ITransactionApi GetOrAddTransactionApi(string key, Func<ITransactionApi> factory) =>
        _transactions.TryGetValue(key, out var known) ? known : _transactions[key] = factory();

    public virtual void OnCompleted(Func<Task> handler) => CompletedHandlers.Add(handler);

    public virtual void AddOrReplaceLocalEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) =>
        AddOrReplace(LocalEvents, eventRecord, replacementSelector);

    public virtual void AddOrReplaceDistributedEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) =>
        AddOrReplace(DistributedEvents, eventRecord, replacementSelector);

    public virtual void Dispose()
    {
        if (IsDisposed) { return; }
        IsDisposed = true;
        foreach (var transaction in _transactions.Values) { transaction.Dispose(); }
        if (!IsCompleted || _exception is not null) { OnFailed(); }
        OnDisposed();
    }

    protected virtual async Task CommitTransactionsAsync(CancellationToken cancellationToken)
    {
        foreach (var transaction in _transactions.Values.ToList()) { await transaction.CommitAsync(cancellationToken); }
    }

    protected virtual async Task RollbackAllAsync(CancellationToken cancellationToken)
    {
        foreach (var api in _databases.Values.Cast<object>().Concat(_transactions.Values).OfType<ISupportsRollback>().ToList())
        {
            await api.RollbackAsync(cancellationToken);
        }
    }

    protected virtual async Task OnCompletedAsync()
    {
        foreach (var handler in CompletedHandlers) { await handler(); }
    }

    protected virtual void OnFailed() => Failed(this, new UnitOfWorkFailedEventArgs(this, _exception, _isRolledBack));

    protected virtual void OnDisposed() => Disposed(this, new UnitOfWorkEventArgs(this));

    public override string ToString() => $"[UnitOfWork {Id}]";

    private static List<UnitOfWorkEventRecord> Take(List<UnitOfWorkEventRecord> events)
    {
        var taken = events.OrderBy(e => e.EventOrder).ToList();
        events.Clear();
        return taken;
    }

    private static void AddOrReplace(List<UnitOfWorkEventRecord> events, UnitOfWorkEventRecord record, Predicate<UnitOfWorkEventRecord>? selector)
    {
        var index = selector is null ? -1 : events.FindIndex(selector);
        if (index < 0)
        {
            events.Add(record);
        }
        else
        {
            record.SetOrder(events[index].EventOrder);
            events[index] = record;
        }
    }
}

internal sealed class ChildUnitOfWork : IUnitOfWork
{
    private readonly IUnitOfWork _parent;

    public ChildUnitOfWork(IUnitOfWork parent)
    {
        _parent = parent;
        parent.Failed += (sender, args) => Failed?.Invoke(sender, args);
        parent.Disposed += (sender, args) => Disposed?.Invoke(sender, args);
    }

    public Guid Id => _parent.Id;
    public IAbpUnitOfWorkOptions Options => _parent.Options;
    public IUnitOfWork? Outer => _parent.Outer;
    public bool IsReserved => _parent.IsReserved;
    public bool IsDisposed => _parent.IsDisposed;
    public bool IsCompleted => _parent.IsCompleted;
    public string? ReservationName => _parent.ReservationName;
    public IServiceProvider ServiceProvider => _parent.ServiceProvider;
    public Dictionary<string, object> Items => _parent.Items;

    public event EventHandler<UnitOfWorkFailedEventArgs>? Failed;
    public event EventHandler<UnitOfWorkEventArgs>? Disposed;

    public void SetOuter(IUnitOfWork? outer) => _parent.SetOuter(outer);
    public void Initialize(AbpUnitOfWorkOptions options) => _parent.Initialize(options);
    public void Reserve(string reservationName) => _parent.Reserve(reservationName);
    public Task SaveChangesAsync(CancellationToken cancellationToken = default) => _parent.SaveChangesAsync(cancellationToken);
    public Task CompleteAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    public Task RollbackAsync(CancellationToken cancellationToken = default) => _parent.RollbackAsync(cancellationToken);
    public void OnCompleted(Func<Task> handler) => _parent.OnCompleted(handler);
    public void AddOrReplaceLocalEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) => _parent.AddOrReplaceLocalEvent(eventRecord, replacementSelector);
    public void AddOrReplaceDistributedEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) => _parent.AddOrReplaceDistributedEvent(eventRecord, replacementSelector);
    public IDatabaseApi? FindDatabaseApi(string key) => _parent.FindDatabaseApi(key);
    public void AddDatabaseApi(string key, IDatabaseApi api) => _parent.AddDatabaseApi(key, api);
    public IDatabaseApi GetOrAddDatabaseApi(string key, Func<IDatabaseApi> factory) => _parent.GetOrAddDatabaseApi(key, factory);
    public ITransactionApi? FindTransactionApi(string key) => _parent.FindTransactionApi(key);
    public void AddTransactionApi(string key, ITransactionApi api) => _parent.AddTransactionApi(key, api);
    public ITransactionApi GetOrAddTransactionApi(string key, Func<ITransactionApi> factory) => _parent.GetOrAddTransactionApi(key, factory);
    public void Dispose() { }
}

[ExposeServices(typeof(IAmbientUnitOfWork), typeof(IUnitOfWorkAccessor))]
public class AmbientUnitOfWork : IAmbientUnitOfWork, ISingletonDependency
{
    private readonly AsyncLocal<IUnitOfWork?> _current = new();

    public IUnitOfWork? UnitOfWork => _current.Value;

    public void SetUnitOfWork(IUnitOfWork? unitOfWork) => _current.Value = unitOfWork;

    public IUnitOfWork? GetCurrentByChecking()
    {
        var unitOfWork = UnitOfWork;
        while (unitOfWork is not null && (unitOfWork.IsReserved || unitOfWork.IsDisposed || unitOfWork.IsCompleted))
        {
            unitOfWork = unitOfWork.Outer;
        }
        return unitOfWork;
    }
}

public class UnitOfWorkManager(IAmbientUnitOfWork ambientUnitOfWork, IServiceScopeFactory serviceScopeFactory) : IUnitOfWorkManager, ISingletonDependency
{
    public IUnitOfWork? Current => ambientUnitOfWork.GetCurrentByChecking();

    public IUnitOfWork Begin(AbpUnitOfWorkOptions options, bool requiresNew = false)
    {
        if (Current is { } current && !requiresNew) { return new ChildUnitOfWork(current); }
        var unitOfWork = Create();
        unitOfWork.Initialize(options);
        return unitOfWork;
    }

    public IUnitOfWork Reserve(string reservationName, bool requiresNew = false)
    {
        if (!requiresNew && ambientUnitOfWork.UnitOfWork is { } ambient && ambient.IsReservedFor(reservationName)) { return new ChildUnitOfWork(ambient); }
        var unitOfWork = Create();
        unitOfWork.Reserve(reservationName);
        return unitOfWork;
    }

    public void BeginReserved(string reservationName, AbpUnitOfWorkOptions options)
    {
        if (!TryBeginReserved(reservationName, options))
        {
            throw new AbpException($"Could not find a reserved unit of work with reservation name: {reservationName}");
        }
    }

    public bool TryBeginReserved(string reservationName, AbpUnitOfWorkOptions options)
    {
        var unitOfWork = ambientUnitOfWork.UnitOfWork;
        while (unitOfWork is not null && !unitOfWork.IsReservedFor(reservationName)) { unitOfWork = unitOfWork.Outer; }
        unitOfWork?.Initialize(options);
        return unitOfWork is not null;
    }

    private IUnitOfWork Create()
    {
        var scope = serviceScopeFactory.CreateScope();
        try
        {
            var outer = ambientUnitOfWork.UnitOfWork;
            var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            unitOfWork.SetOuter(outer);
            ambientUnitOfWork.SetUnitOfWork(unitOfWork);
            unitOfWork.Disposed += (_, _) =>
            {
                ambientUnitOfWork.SetUnitOfWork(outer);
                scope.Dispose();
            };
            return unitOfWork;
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }
}
