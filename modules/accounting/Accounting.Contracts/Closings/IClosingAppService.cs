using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Accounting.Closings;

/// <summary>Closes the books through a day: nothing is posted on or before it. A month of the Jalali fiscal year is the usual step.</summary>
public interface IClosingAppService : IApplicationService
{
    /// <returns>The last day that is closed; null while everything is open.</returns>
    Task<DateOnly?> GetClosedThroughAsync();

    /// <returns>The newest acts, at most 100.</returns>
    Task<List<ClosingDto>> GetListAsync();

    /// <summary>Moves the last closed day forward.</summary>
    Task CloseAsync(CloseBooksDto input);

    /// <summary>Moves the last closed day back, or opens everything.</summary>
    Task ReopenAsync(ReopenBooksDto input);
}

public static class ClosingConsts
{
    public const int MaxReasonLength = 300;
}

public class CloseBooksDto
{
    public DateOnly Through { get; set; }
}

public class ReopenBooksDto
{
    /// <summary>The day that stays closed; null opens everything.</summary>
    public DateOnly? Through { get; set; }

    [Required, StringLength(ClosingConsts.MaxReasonLength)]
    public string Reason { get; set; } = null!;
}

/// <param name="Through">Null: everything was opened.</param>
/// <param name="Reason">Why it was opened again; null for a closing.</param>
public record ClosingDto(DateOnly? Through, string? Reason, DateTime At, Guid? ById);
