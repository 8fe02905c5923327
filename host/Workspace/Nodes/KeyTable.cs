using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace.Data;

namespace Workspace.Nodes;

/// <summary>The keys that protect cookies and forms, in the database, so that every node reads what another wrote.</summary>
public class KeyTable(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Run(async keys => (await keys.GetListAsync()).Select(key => XElement.Parse(key.Xml)).ToList());

    public void StoreElement(XElement element, string friendlyName) =>
        Run(keys => keys.InsertAsync(new ProtectionKey(Guid.NewGuid(), friendlyName, element.ToString(SaveOptions.DisableFormatting)), autoSave: true));

    /// <remarks>Asked on a thread of its own: whoever needs a key may stand in a tenant, or in a transaction that fails.</remarks>
    private TResult Run<TResult>(Func<IRepository<ProtectionKey, Guid>, Task<TResult>> work) => Task.Run(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        using var host = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(null);
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        var result = await work(scope.ServiceProvider.GetRequiredService<IRepository<ProtectionKey, Guid>>());
        await unitOfWork.CompleteAsync();
        return result;
    }).GetAwaiter().GetResult();
}
