using System.Collections.Concurrent;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.Uow;

namespace Abp.Tests.Shop;

/// <summary>What handlers were told, in order.</summary>
public class EventLog : ISingletonDependency
{
    private readonly ConcurrentQueue<string> _entries = new();
    public IReadOnlyList<string> Entries => [.. _entries];
    public void Add(string entry) => _entries.Enqueue(entry);
    public List<string> Of(Guid id) => [.. _entries.Where(x => x.EndsWith(id.ToString())).Select(x => x[..x.LastIndexOf(' ')])];
}

public class WidgetHandler(EventLog log, IUnitOfWorkManager units) :
    ILocalEventHandler<WidgetRenamed>,
    ILocalEventHandler<EntityCreatedEventData<Widget>>,
    ILocalEventHandler<EntityUpdatedEventData<Widget>>,
    ILocalEventHandler<EntityDeletedEventData<Widget>>,
    ITransientDependency
{
    public const string Unlucky = "Unlucky";

    public Task HandleEventAsync(WidgetRenamed renamed)
    {
        log.Add($"renamed {(units.Current is null ? "outside" : "inside")} {renamed.Id}");
        return renamed.After == Unlucky ? throw new InvalidOperationException("The handler does not like the name.") : Task.CompletedTask;
    }

    public Task HandleEventAsync(EntityCreatedEventData<Widget> created) => Note("created", created.Entity);
    public Task HandleEventAsync(EntityUpdatedEventData<Widget> updated) => Note("updated", updated.Entity);
    public Task HandleEventAsync(EntityDeletedEventData<Widget> deleted) => Note("deleted", deleted.Entity);

    private Task Note(string what, Widget widget)
    {
        log.Add($"{what} {widget.Id}");
        return Task.CompletedTask;
    }
}

/// <summary>Handlers of a base type of the event run as well.</summary>
public class WidgetChangeHandler(EventLog log) : ILocalEventHandler<EntityChangedEventData<Widget>>, ITransientDependency
{
    public Task HandleEventAsync(EntityChangedEventData<Widget> changed)
    {
        log.Add($"changed {changed.Entity.Id}");
        return Task.CompletedTask;
    }
}
