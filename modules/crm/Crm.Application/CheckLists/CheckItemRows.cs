using Crm.Users;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Linq;

namespace Crm.CheckLists;

/// <summary>Items as they are shown, in one statement and the names of who ticked them.</summary>
public class CheckItemRows(UserNames users, IAsyncQueryableExecuter executer) : ITransientDependency
{
    public virtual async Task<List<CheckItemRow>> ReadAsync(IQueryable<CheckItem> items)
    {
        var read = await executer.ToListAsync(items.OrderBy(item => item.Order).ThenBy(item => item.Id).Take(CheckListConsts.MaxItems)
            .Select(item => new { item.Id, item.ListName, item.TemplateId, item.Text, item.IsMandatory, item.TaskId, item.DoneAt, item.DoneById }));
        var names = await users.GetAsync(read.Select(item => item.DoneById));
        return read.ConvertAll(item => new CheckItemRow(
            item.Id, item.ListName, item.TemplateId, item.Text, item.IsMandatory, item.TaskId, item.DoneAt, item.DoneById is { } by ? names.GetValueOrDefault(by) : null));
    }
}
