using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Volo.Abp.Application.Localization.Resources.AbpDdd;

namespace Volo.Abp.Application.Dtos;

public interface ILimitedResultRequest
{
    int MaxResultCount { get; set; }
}

public interface IPagedResultRequest : ILimitedResultRequest
{
    int SkipCount { get; set; }
}

public interface ISortedResultRequest
{
    /// <summary>Property names with an optional direction: "Name desc, CreationTime".</summary>
    string? Sorting { get; set; }
}

public interface IPagedAndSortedResultRequest : IPagedResultRequest, ISortedResultRequest;

public class LimitedResultRequestDto : ILimitedResultRequest, IValidatableObject
{
    public static int DefaultMaxResultCount { get; set; } = 10;

    /// <summary>More than this many rows is refused.</summary>
    public static int MaxMaxResultCount { get; set; } = 1000;

    [Range(1, int.MaxValue)]
    public virtual int MaxResultCount { get; set; } = DefaultMaxResultCount;

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxResultCount > MaxMaxResultCount)
        {
            var texts = validationContext.GetRequiredService<IStringLocalizer<AbpDddApplicationContractsResource>>();
            yield return new ValidationResult(
                texts["MaxResultCountExceededExceptionMessage", nameof(MaxResultCount), MaxMaxResultCount, GetType().FullName!, nameof(MaxMaxResultCount)],
                [nameof(MaxResultCount)]);
        }
    }
}

public class PagedResultRequestDto : LimitedResultRequestDto, IPagedResultRequest
{
    [Range(0, int.MaxValue)]
    public virtual int SkipCount { get; set; }
}

public class PagedAndSortedResultRequestDto : PagedResultRequestDto, IPagedAndSortedResultRequest
{
    public virtual string? Sorting { get; set; }
}
