using System.ComponentModel.DataAnnotations;
using Kernel.Monetary;

namespace Crm.Opportunities;

public class OpportunityListInput
{
    /// <summary>Part of the title or of the customer's name.</summary>
    public string? Text { get; set; }

    public Guid? PipelineId { get; set; }
    public Guid? StageId { get; set; }
    public Guid? OwnerId { get; set; }
    public Guid? CustomerId { get; set; }

    /// <summary>Only those the current user is in charge of.</summary>
    public bool Mine { get; set; }

    /// <summary>All states when null.</summary>
    [EnumDataType(typeof(OpportunityState))]
    public OpportunityState? State { get; set; } = OpportunityState.Open;

    /// <summary>Expected to close on this day or later.</summary>
    public DateOnly? CloseFrom { get; set; }

    /// <summary>Expected to close before this day.</summary>
    public DateOnly? CloseBefore { get; set; }

    /// <summary>OpenedOn and Id of the last row of the page before.</summary>
    public DateOnly? AfterOn { get; set; }
    public Guid? AfterId { get; set; }

    [Range(1, 1000)]
    public int Max { get; set; } = 50;
}

public class OpenOpportunityDto
{
    public Guid CustomerId { get; set; }

    [Required, StringLength(OpportunityConsts.MaxTitleLength)]
    public string Title { get; set; } = null!;

    /// <summary>The first one when left out.</summary>
    public Guid? PipelineId { get; set; }

    /// <summary>In major units, 0 or more; nothing while nobody knows.</summary>
    [Range(0, 1e15)]
    public decimal? Amount { get; set; }

    [Required, StringLength(Currencies.CodeLength, MinimumLength = Currencies.CodeLength)]
    public string Currency { get; set; } = Currencies.Rial;

    public DateOnly? ExpectedClose { get; set; }

    /// <summary>The day in UTC when left out; not in the future.</summary>
    public DateOnly? OpenedOn { get; set; }

    [StringLength(OpportunityConsts.MaxNeedLength)]
    public string? Need { get; set; }

    [StringLength(OpportunityConsts.MaxProductLength)]
    public string? Product { get; set; }

    public Guid? SourceId { get; set; }

    /// <summary>Who is in charge; the current user when left out.</summary>
    public Guid? OwnerId { get; set; }

    [StringLength(OpportunityConsts.MaxNextStepLength)]
    public string? NextStep { get; set; }

    public DateOnly? NextStepOn { get; set; }

    /// <summary>Who opens it knows of the customer's other open opportunities and means another one.</summary>
    public bool IsAnother { get; set; }
}

public class UpdateOpportunityDto
{
    [Required, StringLength(OpportunityConsts.MaxTitleLength)]
    public string Title { get; set; } = null!;

    /// <summary>In major units, 0 or more; nothing while nobody knows.</summary>
    [Range(0, 1e15)]
    public decimal? Amount { get; set; }

    [Required, StringLength(Currencies.CodeLength, MinimumLength = Currencies.CodeLength)]
    public string Currency { get; set; } = Currencies.Rial;

    public DateOnly? ExpectedClose { get; set; }

    /// <summary>A fraction from 0 to 1; the stage's own when left out.</summary>
    [Range(0.0, 1.0)]
    public decimal? Probability { get; set; }

    [StringLength(OpportunityConsts.MaxNeedLength)]
    public string? Need { get; set; }

    [StringLength(OpportunityConsts.MaxProductLength)]
    public string? Product { get; set; }

    public Guid? SourceId { get; set; }

    [Required]
    public string ConcurrencyStamp { get; set; } = null!;
}

public class MoveOpportunityDto
{
    public Guid StageId { get; set; }

    /// <summary>As it was read: whoever moved it since then wins, and this move is refused.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = null!;

    /// <summary>The filter of the board on which it is moved: the totals that come back respect it.</summary>
    public BoardInput Board { get; set; } = new();
}

public class ChangePipelineDto
{
    public Guid PipelineId { get; set; }

    /// <summary>The first one when left out.</summary>
    public Guid? StageId { get; set; }
}

public class NextStepDto
{
    /// <summary>Nothing takes the plan away.</summary>
    [StringLength(OpportunityConsts.MaxNextStepLength)]
    public string? NextStep { get; set; }

    public DateOnly? On { get; set; }
}

public class PlanOpportunityDto
{
    public DateOnly? ExpectedClose { get; set; }

    [StringLength(OpportunityConsts.MaxNextStepLength)]
    public string? NextStep { get; set; }
    public DateOnly? NextStepOn { get; set; }

    /// <summary>As it was read: whoever changed it since then wins.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = null!;
}

public class CloseOpportunityDto
{
    /// <summary>The day in UTC when left out.</summary>
    public DateOnly? ClosedOn { get; set; }

    public Guid? ReasonId { get; set; }

    /// <summary>Who got it, or was beaten.</summary>
    public Guid? CompetitorId { get; set; }

    [StringLength(OpportunityConsts.MaxCloseNoteLength)]
    public string? Note { get; set; }
}

public class BuyingPersonDto
{
    public Guid PersonId { get; set; }

    [EnumDataType(typeof(BuyingRole))]
    public BuyingRole Role { get; set; } = BuyingRole.Decider;
}

public class ObjectionDto
{
    [Required, StringLength(OpportunityConsts.MaxObjectionLength)]
    public string Text { get; set; } = null!;

    [StringLength(OpportunityConsts.MaxObjectionLength)]
    public string? Answer { get; set; }
}

public class AnswerDto
{
    [StringLength(OpportunityConsts.MaxObjectionLength)]
    public string? Answer { get; set; }
}
