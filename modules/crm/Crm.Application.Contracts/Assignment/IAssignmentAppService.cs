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
    Task<AssignedQueueDto> AssignQueueAsync();
}

/// <param name="Place">Folded.</param>
public record AssignmentRuleDto(
    Guid Id, string Name, int Order, Guid? SourceId, string? Source, string? Place, AssignmentMode Mode, int AnswerMinutes, IReadOnlyList<AssignmentMemberDto> Members,
    AssignmentMemberDto? Substitute);

/// <param name="IsAway">Switched off, locked out or under notice: new leads pass him by.</param>
public record AssignmentMemberDto(string Name, bool IsAway);

/// <param name="Given">How many found somebody.</param>
/// <param name="WithoutAnybody">How many stay because nobody of the rule that fits is at work.</param>
public record AssignedQueueDto(int Given, int WithoutAnybody);

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

    /// <summary>Who gets a lead when none of the members is at work; nobody when it then stays in the queue.</summary>
    public Guid? SubstituteId { get; set; }
}
