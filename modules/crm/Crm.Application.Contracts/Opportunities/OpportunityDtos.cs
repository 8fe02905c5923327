using Crm.Customers;
using Kernel.Monetary;
using Kernel.Rights;

namespace Crm.Opportunities;

/// <summary>An opportunity as boards and lists show it.</summary>
public class OpportunityRow
{
    public Guid Id { get; set; }
    public string Title { get; set; } = null!;
    public Guid CustomerId { get; set; }
    public string CustomerName { get; set; } = null!;
    public Guid PipelineId { get; set; }
    public Guid StageId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime StageSince { get; set; }
    public OpportunityState State { get; set; }
    /// <summary>Null for a reader who does not see amounts.</summary>
    public Money? Amount { get; set; }

    /// <summary>A fraction from 0 to 1.</summary>
    public decimal Probability { get; set; }
    public DateOnly? ExpectedClose { get; set; }
    public DateOnly OpenedOn { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public Guid? OwnerId { get; set; }
    public string? OwnerName { get; set; }
    public string? NextStep { get; set; }
    public DateOnly? NextStepOn { get; set; }

    /// <summary>To be sent with a move: one made since then refuses this one.</summary>
    public string ConcurrencyStamp { get; set; } = null!;

    /// <param name="now">UTC.</param>
    public int DaysInStage(DateTime now) => Math.Max(0, (int)(now - StageSince).TotalDays);
}

/// <param name="HasMore">Send the last row's OpenedOn and Id for the next page.</param>
public record OpportunityPage(List<OpportunityRow> Rows, bool HasMore);

/// <param name="LastContactAt">When somebody last talked with the customer, in UTC; null also when the reader may not see talks.</param>
/// <param name="Amounts">What the reader may do with the amount.</param>
/// <param name="Moves">The newest first, at most fifty.</param>
/// <param name="Fit">Whether its customer is the one we wish for; null while nobody has answered.</param>
public record OpportunityDto(
    OpportunityRow Row, FieldAccess Amounts, string? Need, string? Product, Guid? SourceId, Guid? LeadId, Guid? ReasonId, Guid? CompetitorId, string? CloseNote, DateTime? LastContactAt,
    IReadOnlyList<BuyingPersonRow> People, IReadOnlyList<Guid> CompetitorIds, IReadOnlyList<ObjectionRow> Objections, IReadOnlyList<StageMoveRow> Moves,
    FitDto? Fit);

public record BuyingPersonRow(Guid PersonId, string Name, BuyingRole Role);

public record ObjectionRow(Guid Id, string Text, string? Answer);

/// <param name="At">UTC.</param>
/// <param name="DaysBefore">How long it stood in the stage it left.</param>
public record StageMoveRow(Guid? FromStageId, Guid ToStageId, OpportunityState State, DateTime At, double DaysBefore, Guid? ById, string? ByName);
