namespace Crm.Customers;

internal static class FitAnswers
{
    /// <param name="names">Of users.</param>
    public static FitDto Told(this FitAnswer answer, IReadOnlyDictionary<Guid, string> names) =>
        new(answer.Fit, answer.Note, answer.ById, answer.ById is { } by ? names.GetValueOrDefault(by) : null, answer.At);
}
