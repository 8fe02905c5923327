using System.Linq.Expressions;
using Crm.Activities;
using Crm.Opportunities;
using Crm.Pipelines;
using Kernel.Rights;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Crm.CheckLists;

/// <summary>Brings lists to opportunities and activities, each template once, and knows what is still open.</summary>
public class CheckListManager(
    IRepository<CheckItem, Guid> items, IReadOnlyRepository<CheckListTemplate, Guid> templates, IRepository<Activity, Guid> activities) : DomainService
{
    /// <returns>What must be seen to before the opportunity leaves its stage, in order.</returns>
    public virtual Task<List<string>> GetOpenMandatoryAsync(Opportunity opportunity) => GetOpenMandatoryAsync(Of(opportunity));

    /// <returns>What must be seen to before the activity is done, in order.</returns>
    public virtual Task<List<string>> GetOpenMandatoryAsync(Activity activity) => GetOpenMandatoryAsync(Of(activity));

    /// <summary>A stage that the opportunity enters brings its list, the first time; items that are tasks are planned for whoever is in charge.</summary>
    public virtual async Task EnterAsync(Opportunity opportunity, PipelineStage stage)
    {
        if (stage.CheckListId is { } id && await templates.FindAsync(id) is { IsRetired: false, Items.Count: > 0 } template && !await HasAsync(id, Of(opportunity)))
        {
            await BringAsync(opportunity, template);
        }
    }

    /// <exception cref="BusinessException">It has the list already, or the list is empty or retired.</exception>
    public virtual async Task ApplyAsync(Opportunity opportunity, Guid templateId) =>
        await BringAsync(opportunity, await GetNewAsync(templateId, Of(opportunity)));

    /// <inheritdoc cref="ApplyAsync(Opportunity, Guid)"/>
    public virtual async Task ApplyAsync(Activity activity, Guid templateId)
    {
        var template = await GetNewAsync(templateId, Of(activity));
        var (count, last) = await CountAsync(Of(activity));
        await InsertAsync(count, [.. template.Items.OrderBy(item => item.Order).Select((item, i) =>
            CheckItem.Of(activity, GuidGenerator.Create(), item.Text, item.IsMandatory, last + i + 1).From(template))]);
    }

    public virtual async Task AddAsync(Opportunity opportunity, string text, bool isMandatory)
    {
        var (count, last) = await CountAsync(Of(opportunity));
        await InsertAsync(count, [CheckItem.Of(opportunity, GuidGenerator.Create(), text, isMandatory, last + 1)]);
    }

    public virtual async Task AddAsync(Activity activity, string text, bool isMandatory)
    {
        var (count, last) = await CountAsync(Of(activity));
        await InsertAsync(count, [CheckItem.Of(activity, GuidGenerator.Create(), text, isMandatory, last + 1)]);
    }

    /// <summary>A task was done: what it was planned for is seen to, also where whoever did it does not see the opportunity.</summary>
    public virtual async Task TickTaskAsync(Guid activityId, Guid? byId)
    {
        using var system = SystemWork.Begin("whoever does the task has seen to it");
        foreach (var item in await items.GetListAsync(item => item.TaskId == activityId && item.DoneAt == null))
        {
            item.Tick(byId, Clock.Now);
        }
    }

    private async Task BringAsync(Opportunity opportunity, CheckListTemplate template)
    {
        var (count, last) = await CountAsync(Of(opportunity));
        var brought = new List<CheckItem>();
        foreach (var known in template.Items.OrderBy(item => item.Order))
        {
            var item = CheckItem.Of(opportunity, GuidGenerator.Create(), known.Text, known.IsMandatory, last + brought.Count + 1).From(template);
            if (known.TaskDays is { } days)
            {
                var task = Activity.Plan(GuidGenerator.Create(), ActivityKind.Task, opportunity.CustomerId, Short(known.Text), opportunity.Title,
                    DateOnly.FromDateTime(Clock.Now).AddDays(days), null, opportunity.OwnerId);
                item.IsTask((await activities.InsertAsync(task)).Id);
            }
            brought.Add(item);
        }
        await InsertAsync(count, brought);
    }

    private async Task InsertAsync(int there, List<CheckItem> brought)
    {
        if (brought.Count == 0)
        {
            throw new BusinessException(CrmErrorCodes.CheckListEmpty);
        }
        if (there + brought.Count > CheckListConsts.MaxItems)
        {
            throw new BusinessException(CrmErrorCodes.TooManyCheckItems).WithData("Max", CheckListConsts.MaxItems);
        }
        await items.InsertManyAsync(brought);
    }

    private static Expression<Func<CheckItem, bool>> Of(Opportunity opportunity) => item => item.OpportunityId == opportunity.Id;

    private static Expression<Func<CheckItem, bool>> Of(Activity activity) => item => item.ActivityId == activity.Id;

    private async Task<List<string>> GetOpenMandatoryAsync(Expression<Func<CheckItem, bool>> of) => await AsyncExecuter.ToListAsync(
        (await items.GetQueryableAsync()).Where(of).Where(item => item.IsMandatory && item.DoneAt == null)
            .OrderBy(item => item.Order).ThenBy(item => item.Id).Select(item => item.Text).Take(CheckListConsts.MaxItems));

    private async Task<bool> HasAsync(Guid templateId, Expression<Func<CheckItem, bool>> of) =>
        await AsyncExecuter.AnyAsync((await items.GetQueryableAsync()).Where(of).Where(item => item.TemplateId == templateId));

    /// <returns>How many are there and the last one's order, which is higher where some were taken out.</returns>
    private async Task<(int Count, int Last)> CountAsync(Expression<Func<CheckItem, bool>> of)
    {
        var orders = await AsyncExecuter.ToListAsync((await items.GetQueryableAsync()).Where(of).Select(item => item.Order));
        return (orders.Count, orders.DefaultIfEmpty().Max());
    }

    /// <exception cref="BusinessException">It is retired, or there already.</exception>
    private async Task<CheckListTemplate> GetNewAsync(Guid id, Expression<Func<CheckItem, bool>> of)
    {
        var template = await templates.GetAsync(id);
        if (template.IsRetired)
        {
            throw new BusinessException(CrmErrorCodes.CheckListRetired).WithData("Name", template.Name);
        }
        if (await HasAsync(id, of))
        {
            throw new BusinessException(CrmErrorCodes.CheckListThere).WithData("Name", template.Name);
        }
        return template;
    }

    private static string Short(string text) => text.Length <= ActivityConsts.MaxSubjectLength ? text : text[..ActivityConsts.MaxSubjectLength];
}
