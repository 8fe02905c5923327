using System.ComponentModel.DataAnnotations;
using Crm.Pipelines;
using Kernel.Monetary;
using Volo.Abp.Application.Services;

namespace Crm.Opportunities;

/// <summary>The open opportunities of a pipeline, stage by stage.</summary>
/// <remarks>Statements: pipelines, totals, cards of all stages, and users' names when they are not remembered.</remarks>
public interface IBoardAppService : IApplicationService
{
    Task<BoardDto> GetAsync(BoardInput input);

    /// <summary>The next cards of one stage.</summary>
    Task<BoardColumn> GetColumnAsync(BoardColumnInput input);
}

public class BoardInput
{
    /// <summary>The first one when left out.</summary>
    public Guid? PipelineId { get; set; }

    public bool Mine { get; set; }

    /// <summary>Part of the title or of the customer's name.</summary>
    public string? Text { get; set; }
}

public class BoardColumnInput : BoardInput
{
    public Guid StageId { get; set; }

    /// <summary>StageSince and Id of the last card shown.</summary>
    [Required]
    public DateTime? AfterSince { get; set; }

    [Required]
    public Guid? AfterId { get; set; }
}

/// <param name="Pipelines">All that the reader may choose.</param>
public record BoardDto(PipelineDto Pipeline, IReadOnlyList<PipelineDto> Pipelines, IReadOnlyList<BoardColumn> Columns);

/// <param name="Totals">One for each currency; empty when only further cards were asked for.</param>
/// <param name="Cards">Those that came last into the stage first.</param>
public record BoardColumn(StageDto Stage, IReadOnlyList<StageTotal> Totals, IReadOnlyList<OpportunityRow> Cards, bool HasMore);

/// <param name="Amount">Null for a reader who does not see amounts.</param>
/// <param name="Weighted">Sum of amount × probability, rounded to the smallest unit; null as <paramref name="Amount"/>.</param>
public record StageTotal(Guid StageId, int Count, Money? Amount, Money? Weighted);

/// <param name="Totals">Of the stages of its pipeline that it left and entered.</param>
public record MovedDto(OpportunityRow Card, Guid FromStageId, PipelineDto Pipeline, IReadOnlyList<StageTotal> Totals);
