namespace Volo.Abp.Application.Dtos;

public interface IListResult<T>
{
    IReadOnlyList<T> Items { get; set; }
}

public interface IHasTotalCount
{
    long TotalCount { get; set; }
}

public interface IPagedResult<T> : IListResult<T>, IHasTotalCount;

public class ListResultDto<T> : IListResult<T>
{
    private IReadOnlyList<T>? _items;

    public ListResultDto() { }
    public ListResultDto(IReadOnlyList<T> items) => Items = items;

    public IReadOnlyList<T> Items
    {
        get => _items ??= [];
        set => _items = value;
    }
}

/// <summary>One page of a list, with the number of all rows.</summary>
public class PagedResultDto<T> : ListResultDto<T>, IPagedResult<T>
{
    public PagedResultDto() { }
    public PagedResultDto(long totalCount, IReadOnlyList<T> items) : base(items) => TotalCount = totalCount;

    public long TotalCount { get; set; }
}
