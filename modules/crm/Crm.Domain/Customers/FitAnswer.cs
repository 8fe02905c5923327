namespace Crm.Customers;

/// <summary>What somebody of us answered to whether a lead or customer is the one we wish for.</summary>
/// <param name="At">UTC.</param>
public record FitAnswer(CustomerFit Fit, string? Note, Guid? ById, DateTime At);
