using Crm.Activities;
using Crm.Permissions;
using Kernel.Rights;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Crm.Calendars;

/// <summary>
/// The door of a calendar program that has a user's secret address and no account. It reads as that user, with the rights he has now:
/// who may no longer sign in or see activities has an empty address.
/// </summary>
public class CalendarFeedDoor(
    IReadOnlyRepository<CalendarFeed, Guid> feeds, ICalendarAppService calendar, IAsyncQueryableExecuter executer, IUserPrincipals principals,
    ICurrentPrincipalAccessor accessor, IPermissionChecker permissions, ICurrentTenant currentTenant, IUnitOfWorkManager unitsOfWork, IClock clock) : ITransientDependency
{
    private const int IdLength = 32;
    private const int DaysBack = 30;
    private const int DaysAhead = 365;

    public static string KeyOf(Guid? tenantId, string secret) => $"{tenantId ?? Guid.Empty:N}{secret}";

    /// <returns>Null for an address that is not ours or no longer works.</returns>
    public async Task<IReadOnlyList<CalendarEntry>?> ReadAsync(string key)
    {
        if (key.Length <= IdLength || !Guid.TryParseExact(key[..IdLength], "N", out var tenantId))
        {
            return null;
        }
        using var tenant = currentTenant.Change(tenantId == Guid.Empty ? null : tenantId);
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true);
        var hash = CalendarFeed.HashOf(key[IdLength..]);
        var user = await executer.FirstOrDefaultAsync((await feeds.GetQueryableAsync()).Where(feed => feed.SecretHash == hash).Select(feed => (Guid?)feed.UserId));
        if (user is null || await principals.FindAsync(user.Value) is not { } principal)
        {
            return null;
        }
        using var reader = accessor.Change(principal);
        if (!await permissions.IsGrantedAsync(CrmPermissions.Activities.Default))
        {
            return null;
        }
        var today = DateOnly.FromDateTime(clock.Now);
        return await calendar.GetAsync(new ActivitiesBetweenInput { From = today.AddDays(-DaysBack), Before = today.AddDays(DaysAhead) });
    }
}
