using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Crm.Pipelines;

public interface IPipelineAppService : IApplicationService
{
    /// <summary>All of them, with their stages, in order; the retired ones last.</summary>
    Task<List<PipelineDto>> GetListAsync();

    Task<Guid> CreateAsync(SavePipelineDto input);
    Task UpdateAsync(Guid id, SavePipelineDto input);

    /// <summary>It takes no new opportunities; those in it go on.</summary>
    Task RetireAsync(Guid id);
    Task RestoreAsync(Guid id);

    Task<Guid> AddStageAsync(Guid id, SaveStageDto input);
    Task UpdateStageAsync(Guid id, Guid stageId, SaveStageDto input);
    Task MoveStageUpAsync(Guid id, Guid stageId);

    /// <summary>Only one through which no opportunity went.</summary>
    Task DeleteStageAsync(Guid id, Guid stageId);
}

/// <param name="Name">In the reader's language as long as nobody has named it.</param>
/// <param name="Stages">In order.</param>
public record PipelineDto(Guid Id, string Name, bool IsRetired, IReadOnlyList<StageDto> Stages);

/// <param name="Probability">A fraction from 0 to 1.</param>
/// <param name="MaxDays">Longer is too long; null for no limit.</param>
/// <param name="CheckListId">The check list that an opportunity is given when it enters.</param>
public record StageDto(Guid Id, string Name, int Order, decimal Probability, StageRequirement Requires, int? MaxDays, Guid? CheckListId);

public class SavePipelineDto
{
    [Required, StringLength(PipelineConsts.MaxNameLength)]
    public string Name { get; set; } = null!;
}

public class SaveStageDto
{
    [Required, StringLength(PipelineConsts.MaxNameLength)]
    public string Name { get; set; } = null!;

    /// <summary>A fraction from 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public decimal Probability { get; set; }

    public StageRequirement Requires { get; set; }

    [Range(1, PipelineConsts.MaxDaysInStage)]
    public int? MaxDays { get; set; }

    /// <summary>The check list that an opportunity is given when it enters.</summary>
    public Guid? CheckListId { get; set; }
}
