using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Linq;

namespace Workspace.Auditing;

public class IdentityRecordSource(
    IReadOnlyRepository<IdentityUser, Guid> users, IAsyncQueryableExecuter executer, IPermissionChecker permissions) : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids)
    {
        if (!await permissions.IsGrantedAsync(IdentityPermissions.Users.Default)) { return []; }
        var found = await executer.ToListAsync((await users.GetQueryableAsync())
            .Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.UserName }));
        return found.ConvertAll(user => new RecordName(user.Id, user.UserName, $"/Administration/Users/Details/{user.Id}"));
    }
}
