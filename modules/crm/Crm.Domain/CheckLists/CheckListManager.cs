using Crm.Activities;
using Crm.Opportunities;
using Crm.Pipelines;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Crm.CheckLists;

/// <summary>Brings lists to opportunities and activities, each template once, and knows what is still open.</summary>
public class CheckListManager(
    IRepository<CheckItem, Guid> items, IReadOnlyRepository<CheckListTemplate, Guid> templates, IRepository<Activity, Guid> activities) : DomainService
{
    /// <returns>What must be seen to before the opportunity leaves its stage, in order.</returns>
    public virtual async Task<List<string>> GetOpenMandatoryAsync(Guid opportunityId) => await AsyncExecuter.ToListAsync(
        (await items.GetQueryableAsync()).Where(item => item.OpportunityId == opportunityId && item.IsMandatory && item.DoneAt == null)
            .OrderBy(item => item.Order).ThenBy(item => item.Id).Select(item => item.Text).Take(CheckListConsts.MaxItems));

    /// <returns>What must be seen to before the activity is done, in order.</returns>
    public virtual async Task<List<string>> GetOpenMandatoryOfActivityAsync(Guid activityId) => await AsyncExecuter.ToListAsync(
        (await items.GetQueryableAsync()).Where(item => item.ActivityId == activityId && item.IsMandatory && item.DoneAt == null)
            .OrderBy(item => item.Order).ThenBy(item => item.Id).Select(item => item.Text).Take(CheckListConsts.MaxItems));

    /// <summary>A stage that the opportunity enters brings its list, the first time; items that are tasks are planned for whoever is in charge.</summary>
    public virtual async Task EnterAsync(Opportunity opportunity, PipelineStage stage)
    {
        if (stage.CheckListId is { } id && await templates.FindAsync(id) is { IsRetired: false, Items.Count: > 0 } template && !await HasAsync(opportunity, id))
        {
            await BringAsync(opportunity, template);
        }
    }

    /// <exception cref="BusinessException">It has the list already, or the list is empty.</exception>
    public virtual async Task ApplyAsync(Opportunity opportunity, Guid templateId)
    {
        var template = await GetAsync(templateId);
        if (await HasAsync(opportunity, templateId))
        {
            throw new BusinessException(CrmErrorCodes.CheckListThere).WithData("Name", template.Name);
        }
        await BringAsync(opportunity, template);
    }

    /// <inheritdoc cref="ApplyAsync(Opportunity, Guid)"/>
    public virtual async Task ApplyAsync(Activity activity, Guid templateId)
    {
        var template = await GetAsync(templateId);
        var there = await AsyncExecuter.ToListAsync((await items.GetQueryableAsync()).Where(item => item.ActivityId == activity.Id).Select(item => item.TemplateId));
        if (there.Contains(templateId))
        {
            throw new BusinessException(CrmErrorCodes.CheckListThere).WithData("Name", template.Name);
        }
        await InsertAsync(there.Count, [.. template.Items.OrderBy(item => item.Order).Select((item, i) =>
            CheckItem.Of(activity, GuidGenerator.Create(), item.Text, item.IsMandatory, there.Count + i + 1).From(template))]);
    }

    public virtual async Task AddAsync(Opportunity opportunity, string text, bool isMandatory)
    {
        var count = await CountAsync(opportunity);
        await InsertAsync(count, [CheckItem.Of(opportunity, GuidGenerator.Create(), text, isMandatory, count + 1)]);
    }

    public virtual async Task AddAsync(Activity activity, string text, bool isMandatory)
    {
        var count = await AsyncExecuter.CountAsync((await items.GetQueryableAsync()).Where(item => item.ActivityId == activity.Id));
        await InsertAsync(count, [CheckItem.Of(activity, GuidGenerator.Create(), text, isMandatory, count + 1)]);
    }

    /// <summary>A task was done: what it was planned for is seen to.</summary>
    public virtual async Task TickTaskAsync(Guid activityId, Guid? byId)
    {
        foreach (var item in await items.GetListAsync(item => item.TaskId == activityId && item.DoneAt == null))
        {
            item.Tick(byId, Clock.Now);
        }
    }

    private async Task BringAsync(Opportunity opportunity, CheckListTemplate template)
    {
        var count = await CountAsync(opportunity);
        var brought = new List<CheckItem>();
        foreach (var known in template.Items.OrderBy(item => item.Order))
        {
            var item = CheckItem.Of(opportunity, GuidGenerator.Create(), known.Text, known.IsMandatory, count + brought.Count + 1).From(template);
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

    private async Task<bool> HasAsync(Opportunity opportunity, Guid templateId) =>
        await items.AnyAsync(item => item.OpportunityId == opportunity.Id && item.TemplateId == templateId);

    private async Task<int> CountAsync(Opportunity opportunity) =>
        await AsyncExecuter.CountAsync((await items.GetQueryableAsync()).Where(item => item.OpportunityId == opportunity.Id));

    private async Task<CheckListTemplate> GetAsync(Guid id) => await templates.GetAsync(id);

    private static string Short(string text) => text.Length <= ActivityConsts.MaxSubjectLength ? text : text[..ActivityConsts.MaxSubjectLength];
}
