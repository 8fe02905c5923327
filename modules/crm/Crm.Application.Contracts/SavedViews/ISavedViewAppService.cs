using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Crm.SavedViews;

/// <summary>The current user's named filters.</summary>
public interface ISavedViewAppService : IApplicationService
{
    /// <summary>By name.</summary>
    Task<List<SavedViewDto>> GetListAsync(string list);

    /// <summary>A name that is there already shows the new filter.</summary>
    Task SaveAsync(SaveViewDto input);
    Task DeleteAsync(Guid id);
}

/// <param name="Query">What stands behind the list's address.</param>
public record SavedViewDto(Guid Id, string Name, string Query);

public class SaveViewDto
{
    [Required, StringLength(SavedViewConsts.MaxListLength)]
    public string List { get; set; } = null!;

    [Required, StringLength(SavedViewConsts.MaxNameLength)]
    public string Name { get; set; } = "";

    [StringLength(SavedViewConsts.MaxQueryLength)]
    public string? Query { get; set; }
}
