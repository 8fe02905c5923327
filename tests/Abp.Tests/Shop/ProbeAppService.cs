using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Uow;

namespace Abp.Tests.Shop;

/// <summary>What a method saw of its unit of work.</summary>
public record Seen(bool HasUnit, bool IsTransactional);

public enum Shade { Light = 1, Dark = 2 }

public class PaintInput
{
    [Required, StringLength(10)]
    public string? Name { get; set; }
    public Shade Shade { get; set; }
    public string? Note { get; set; }
}

public interface IProbeAppService : IApplicationService
{
    Task<Seen> GetSeenAsync();
    Task<Seen> LookAsync();
    Task<Seen> LookQuietlyAsync();
    Task<Seen> LookAloneAsync();
    Task<PaintInput> CreateAsync(PaintInput input);
    Task UpdateAsync(Guid id, PaintInput input);
    Task DeleteAsync(Guid id);
    Task<string> GetTextAsync(Guid id);
    Task<string> FindByNameAsync(string name);
    Task<string> AddPartAsync(Guid id, string label);
    Task SetStateAsync(Guid widgetId, string state);
    Task<string> GetTenantAsync();
    Task<string> GetPaintedAsync();
}

public class ProbeAppService : ApplicationService, IProbeAppService
{
    public virtual Task<Seen> GetSeenAsync() => Task.FromResult(See());
    public virtual Task<Seen> LookAsync() => Task.FromResult(See());
    [UnitOfWork(isTransactional: false)]
    public virtual Task<Seen> LookQuietlyAsync() => Task.FromResult(See());
    [UnitOfWork(IsDisabled = true)]
    public virtual Task<Seen> LookAloneAsync() => Task.FromResult(See());
    public virtual Task<PaintInput> CreateAsync(PaintInput input) => Task.FromResult(input);
    public virtual Task UpdateAsync(Guid id, PaintInput input) => Task.CompletedTask;
    public virtual Task DeleteAsync(Guid id) => Task.CompletedTask;
    public virtual Task<string> GetTextAsync(Guid id) => Task.FromResult($"text of {id}");
    public virtual Task<string> FindByNameAsync(string name) => Task.FromResult(name);
    public virtual Task<string> AddPartAsync(Guid id, string label) => Task.FromResult($"{id} {label}");
    public virtual Task SetStateAsync(Guid widgetId, string state) => Task.CompletedTask;
    public virtual Task<string> GetTenantAsync() => Task.FromResult(CurrentTenant.Id?.ToString() ?? "host");

    [RequiresFeature(ShopFeatures.Painting)]
    public virtual Task<string> GetPaintedAsync() => Task.FromResult("painted");

    private Seen See() => new(CurrentUnitOfWork is not null, CurrentUnitOfWork?.Options.IsTransactional ?? false);
}

public interface ITroubleAppService : IApplicationService
{
    Task GetFriendlyAsync();
    Task GetBusinessAsync();
    Task GetUnmappedAsync();
    Task GetMissingAsync(Guid id);
    Task GetStaleAsync();
    Task GetUnfinishedAsync();
    Task GetCrashAsync();
    Task GetForbiddenAsync();
    Task GetSignedInAsync();
    Task InsertAndCrashAsync(Guid id);
    Task InsertAsync(Guid id);
}

/// <summary>Fails in every way there is.</summary>
public class TroubleAppService(IRepository<Widget, Guid> widgets) : ApplicationService, ITroubleAppService
{
    public virtual Task GetFriendlyAsync() => throw new UserFriendlyException("Please mind the step.");
    public virtual Task GetBusinessAsync() => throw new BusinessException("Shop:OutOfStock").WithData("Name", "Bolt");
    public virtual Task GetUnmappedAsync() => throw new BusinessException("Elsewhere:1", "An internal word");
    public virtual Task GetMissingAsync(Guid id) => throw new EntityNotFoundException(typeof(Widget), id);
    public virtual Task GetStaleAsync() => throw new AbpDbConcurrencyException();
    public virtual Task GetUnfinishedAsync() => throw new NotImplementedException();
    public virtual Task GetCrashAsync() => throw new InvalidOperationException("The secret word is swordfish.");
    [Authorize(ShopPermissions.Widgets)]
    public virtual Task GetForbiddenAsync() => Task.CompletedTask;
    [Authorize]
    public virtual Task GetSignedInAsync() => Task.CompletedTask;

    public virtual async Task InsertAndCrashAsync(Guid id)
    {
        await widgets.InsertAsync(new Widget(id, "Lost"), autoSave: true);
        throw new UserFriendlyException("After the insert.");
    }

    public virtual Task InsertAsync(Guid id) => widgets.InsertAsync(new Widget(id, "Kept"));
}
