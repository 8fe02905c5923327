using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Crm.Assignment;

/// <summary>The rules by which new leads find somebody.</summary>
public interface IAssignmentAppService : IApplicationService
{
    Task<List<AssignmentRuleDto>> GetListAsync();
    Task<Guid> CreateAsync(CreateAssignmentRuleDto input);
    Task DeleteAsync(Guid id);

    /// <summary>One place nearer to the beginning.</summary>
    Task MoveUpAsync(Guid id);

    /// <summary>Shares out what stands in the queue without anybody in charge: the oldest hundred.</summary>
    /// <returns>How many found somebody.</returns>
    Task<int> AssignQueueAsync();
}

/// <param name="Place">Folded.</param>
public record AssignmentRuleDto(
    Guid Id, string Name, int Order, Guid? SourceId, string? Source, string? Place, AssignmentMode Mode, int AnswerMinutes, IReadOnlyList<string> Members);

public class CreateAssignmentRuleDto
{
    [Required, StringLength(AssignmentConsts.MaxNameLength)]
    public string Name { get; set; } = "";

    public Guid? SourceId { get; set; }

    /// <summary>A province or a city.</summary>
    [StringLength(100)]
    public string? Place { get; set; }

    [EnumDataType(typeof(AssignmentMode))]
    public AssignmentMode Mode { get; set; } = AssignmentMode.InTurn;

    /// <summary>In working minutes.</summary>
    [Range(1, AssignmentConsts.MaxAnswerMinutes)]
    public int AnswerMinutes { get; set; } = AssignmentConsts.GivenAnswerMinutes;

    public List<Guid> Members { get; set; } = [];
}
