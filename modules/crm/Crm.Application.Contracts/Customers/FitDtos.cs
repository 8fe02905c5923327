using System.ComponentModel.DataAnnotations;

namespace Crm.Customers;

/// <summary>Whether somebody is the customer we wish for, as one of us answered.</summary>
/// <param name="At">UTC.</param>
public record FitDto(CustomerFit Fit, string? Note, Guid? ById, string? ByName, DateTime At);

public class JudgeFitDto
{
    [Required, EnumDataType(typeof(CustomerFit))]
    public CustomerFit? Fit { get; set; }

    /// <summary>Why.</summary>
    [StringLength(CustomerConsts.MaxFitNoteLength)]
    public string? Note { get; set; }
}
