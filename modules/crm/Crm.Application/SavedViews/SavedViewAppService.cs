using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace Crm.SavedViews;

[Authorize(CrmPermissions.Opportunities.Default)]
public class SavedViewAppService(IRepository<SavedView, Guid> views) : CrmAppService, ISavedViewAppService
{
    public virtual async Task<List<SavedViewDto>> GetListAsync(string list) => await AsyncExecuter.ToListAsync((await MineAsync(list))
        .OrderBy(view => view.Name).Select(view => new SavedViewDto(view.Id, view.Name, view.Query)));

    public virtual async Task SaveAsync(SaveViewDto input)
    {
        var mine = await AsyncExecuter.ToListAsync(await MineAsync(input.List));
        if (mine.Find(view => view.Name == input.Name.Trim()) is { } known)
        {
            known.Show(input.Query);
            return;
        }
        if (mine.Count >= SavedViewConsts.MaxViews)
        {
            throw new BusinessException(CrmErrorCodes.TooManyViews).WithData("Max", SavedViewConsts.MaxViews);
        }
        await views.InsertAsync(new SavedView(GuidGenerator.Create(), CurrentUser.GetId(), input.List, input.Name, input.Query, CurrentTenant.Id));
    }

    public virtual async Task DeleteAsync(Guid id)
    {
        var view = await views.GetAsync(id);
        await views.DeleteAsync(view.UserId == CurrentUser.Id ? view : throw new EntityNotFoundException(typeof(SavedView), id));
    }

    private async Task<IQueryable<SavedView>> MineAsync(string list)
    {
        var me = CurrentUser.Id;
        return (await views.GetQueryableAsync()).Where(view => view.UserId == me && view.List == list);
    }
}
