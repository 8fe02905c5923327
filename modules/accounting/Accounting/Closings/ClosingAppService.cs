using Accounting.Journal;
using Accounting.Permissions;
using Kernel.Displaying;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Accounting.Closings;

[Authorize(AccountingPermissions.Closings.Default)]
public class ClosingAppService(IRepository<Closing, Guid> closings, Ledger ledger, IDisplay display) : AccountingAppService, IClosingAppService
{
    private const int MaxShown = 100;

    public virtual async Task<DateOnly?> GetClosedThroughAsync() => (await GetLastAsync())?.Through;

    public virtual async Task<List<ClosingDto>> GetListAsync() => await AsyncExecuter.ToListAsync((await closings.GetQueryableAsync())
        .OrderByDescending(closing => closing.Ordinal)
        .Take(MaxShown)
        .Select(closing => new ClosingDto(closing.Through, closing.Reason, closing.CreationTime, closing.CreatorId)));

    [Authorize(AccountingPermissions.Closings.Close)]
    public virtual async Task CloseAsync(CloseBooksDto input)
    {
        await ledger.HoldAsync();
        await closings.InsertAsync(Closing.Close(GuidGenerator.Create(), await GetLastAsync(), input.Through, display.Today));
    }

    [Authorize(AccountingPermissions.Closings.Reopen)]
    public virtual async Task ReopenAsync(ReopenBooksDto input) =>
        await closings.InsertAsync(Closing.Reopen(GuidGenerator.Create(), await GetLastAsync(), input.Through, input.Reason));

    private async Task<Closing?> GetLastAsync() => await AsyncExecuter.FirstOrDefaultAsync(
        (await closings.GetQueryableAsync()).OrderByDescending(closing => closing.Ordinal));
}
