using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Crm.CheckLists;

/// <summary>What is to be seen to on something that has check lists.</summary>
public interface ICheckLists
{
    /// <summary>In order.</summary>
    Task<List<CheckItemRow>> GetListAsync(Guid id);
    Task AddItemAsync(Guid id, AddCheckItemDto input);

    /// <summary>All items of a template, once.</summary>
    Task ApplyAsync(Guid id, Guid templateId);
    Task TickAsync(Guid id, Guid itemId);
    Task UntickAsync(Guid id, Guid itemId);
    Task RemoveItemAsync(Guid id, Guid itemId);
}

public interface IOpportunityCheckListAppService : ICheckLists, IApplicationService;

public interface IActivityCheckListAppService : ICheckLists, IApplicationService;

/// <param name="ListName">The list that it came with, by its name at that time.</param>
/// <param name="TemplateId">The list that it came with.</param>
/// <param name="TaskId">The task that was planned for it.</param>
/// <param name="DoneAt">UTC.</param>
public record CheckItemRow(Guid Id, string? ListName, Guid? TemplateId, string Text, bool IsMandatory, Guid? TaskId, DateTime? DoneAt, string? DoneBy)
{
    public bool IsDone => DoneAt is not null;
}

public class AddCheckItemDto
{
    [Required, StringLength(CheckListConsts.MaxTextLength)]
    public string Text { get; set; } = null!;

    /// <summary>An opportunity does not leave its stage, and an activity is not done, while it is open.</summary>
    public bool IsMandatory { get; set; }
}

/// <summary>The check lists that an administrator keeps.</summary>
public interface ICheckListTemplateAppService : IApplicationService
{
    /// <summary>By name, the retired ones last, each with its items in order.</summary>
    Task<List<CheckListTemplateDto>> GetListAsync();

    /// <summary>By name, those that can be brought: neither retired nor empty.</summary>
    Task<List<CheckListChoiceDto>> GetChoicesAsync();

    Task<Guid> CreateAsync(SaveCheckListTemplateDto input);
    Task UpdateAsync(Guid id, SaveCheckListTemplateDto input);
    Task RetireAsync(Guid id);
    Task RestoreAsync(Guid id);
    Task AddItemAsync(Guid id, AddTemplateItemDto input);
    Task RemoveItemAsync(Guid id, Guid itemId);
    Task MoveItemUpAsync(Guid id, Guid itemId);
}

public record CheckListChoiceDto(Guid Id, string Name);

public record CheckListTemplateDto(Guid Id, string Name, bool IsRetired, IReadOnlyList<TemplateItemDto> Items);

/// <param name="TaskDays">It becomes a task, due so many days after the list came.</param>
public record TemplateItemDto(Guid Id, string Text, bool IsMandatory, int? TaskDays, int Order);

public class SaveCheckListTemplateDto
{
    [Required, StringLength(CheckListConsts.MaxNameLength)]
    public string Name { get; set; } = null!;
}

public class AddTemplateItemDto : AddCheckItemDto
{
    /// <inheritdoc cref="TemplateItemDto"/>
    [Range(0, CheckListConsts.MaxTaskDays)]
    public int? TaskDays { get; set; }
}
