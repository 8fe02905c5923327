using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Kernel.Rights;

/// <summary>Serves somebody out there who has a key to one thing of an organisation and no account.</summary>
public class PublicDoor(ICurrentTenant currentTenant, ITenantStore tenants, IUnitOfWorkManager unitsOfWork) : ITransientDependency
{
    /// <summary>As work of the system, in a unit of work of its own, saved while the tenant is still the key's.</summary>
    /// <param name="reason">Why rights do not narrow here, see <see cref="SystemWork"/>.</param>
    /// <param name="act">Answers null when there is nothing behind the key; then nothing is saved.</param>
    public async Task<T?> WithinAsync<T>(Guid? tenantId, string reason, bool isTransactional, Func<Task<T?>> act) where T : class
    {
        using var tenant = currentTenant.Change(tenantId, tenantId is { } id ? (await tenants.FindAsync(id))?.Name : null);
        using var system = SystemWork.Begin(reason);
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional);
        var result = await act();
        if (result is not null)
        {
            await unitOfWork.CompleteAsync();
        }
        return result;
    }
}
