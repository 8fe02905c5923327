using System.ComponentModel.DataAnnotations;

namespace Invoicing.Credit;

public class OverLimitDto
{
    /// <summary>Why the document passes the customer's credit limit. It is kept.</summary>
    [Required, StringLength(CreditConsts.MaxReasonLength)]
    public string Reason { get; set; } = null!;
}
