using Crm.Activities;
using Crm.CheckLists;
using Crm.Opportunities;
using Crm.Permissions;
using Crm.Pipelines;
using Kernel.Rights;
using Volo.Abp;
using Volo.Abp.Authorization;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Uow;
using Workspace;

namespace Crm.Application.Tests.Activities;

public class CheckListTests : WorkspaceTest<WorkspaceModule>
{
    private IOpportunityAppService Opportunities => Get<IOpportunityAppService>();
    private IOpportunityCheckListAppService Checks => Get<IOpportunityCheckListAppService>();
    private ICheckListTemplateAppService Templates => Get<ICheckListTemplateAppService>();

    [Fact]
    public async Task An_opportunity_does_not_leave_its_stage_with_a_mandatory_item_open_and_the_message_names_it()
    {
        var presses = await DealAsync();
        await As.Sales(() => Checks.AddItemAsync(presses, new AddCheckItemDto { Text = "Credit is checked", IsMandatory = true }));
        await As.Sales(() => Checks.AddItemAsync(presses, new AddCheckItemDto { Text = "Catalogue is sent" }));

        var refused = await Should.ThrowAsync<BusinessException>(() => MoveAsync(presses, "TalkAppraisal"));
        refused.Code.ShouldBe(CrmErrorCodes.StageGateUnmet);
        refused.Data["Missing"]!.ToString().ShouldBe("«Credit is checked»");
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Opportunities.WinAsync(presses, new CloseOpportunityDto())))).Code.ShouldBe(CrmErrorCodes.CheckItemsOpen);

        var tenders = await As.Admin(() => Get<IPipelineAppService>().CreateAsync(new SavePipelineDto { Name = "Tenders" }));
        await As.Admin(() => Get<IPipelineAppService>().AddStageAsync(tenders, new SaveStageDto { Name = "Documents", Probability = 0.2m }));
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Opportunities.ChangePipelineAsync(presses, new ChangePipelineDto { PipelineId = tenders })))).Code.ShouldBe(CrmErrorCodes.CheckItemsOpen);

        var item = (await As.Sales(() => Checks.GetListAsync(presses))).Single(item => item.IsMandatory);
        await As.Sales(() => Checks.TickAsync(presses, item.Id));
        await MoveAsync(presses, "TalkAppraisal");

        var ticked = (await As.Sales(() => Checks.GetListAsync(presses))).Single(item => item.IsMandatory);
        ticked.DoneBy!.ShouldContain("یزدانی");
        ticked.DoneAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Going_back_asks_for_nothing()
    {
        var presses = await DealAsync();
        await MoveAsync(presses, "TalkAppraisal");
        await As.Sales(() => Checks.AddItemAsync(presses, new AddCheckItemDto { Text = "Credit is checked", IsMandatory = true }));
        await MoveAsync(presses, "FirstContact");
    }

    [Fact]
    public async Task Entering_a_stage_brings_its_list_and_its_tasks_once()
    {
        var list = await TemplateAsync("Talk");
        await BindAsync("TalkAppraisal", list);
        var presses = await DealAsync();
        (await As.Sales(() => Checks.GetListAsync(presses))).ShouldBeEmpty();

        await MoveAsync(presses, "TalkAppraisal");
        await MoveAsync(presses, "FirstContact");
        await MoveAsync(presses, "TalkAppraisal");

        (await As.Sales(() => Checks.GetListAsync(presses))).Select(item => (item.Text, item.ListName)).ShouldBe([("Ask for the drawings", "Talk"), ("Send samples", "Talk")]);
        var task = (await As.Sales(() => Get<IActivityAppService>().GetOpenAsync(new OpenActivitiesInput()))).Rows.ShouldHaveSingleItem();
        (task.Subject, task.DueOn).ShouldBe(("Send samples", DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3)));
    }

    [Fact]
    public async Task Doing_the_task_ticks_what_it_was_planned_for()
    {
        await BindAsync("FirstContact", await TemplateAsync("Start"));
        var presses = await DealAsync();
        var item = (await As.Sales(() => Checks.GetListAsync(presses))).Single(item => item.TaskId is not null);

        await As.Sales(() => Get<IActivityAppService>().CompleteAsync(item.TaskId!.Value, new CompleteActivityDto()));

        (await As.Sales(() => Checks.GetListAsync(presses))).Single(one => one.Id == item.Id).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Doing_the_task_ticks_it_also_for_somebody_who_no_longer_sees_the_deal()
    {
        await BindAsync("TalkAppraisal", await TemplateAsync("Talk"));
        var acme = await Given.Customer(owner: "nima");
        await Given.Call(acme, "hello");
        var presses = await Given.Opportunity(acme);
        await As.Admin(() => Opportunities.SetOwnerAsync(presses, As.IdOf("nima")));
        await As.User("nima", () => MoveByAsync(presses, "TalkAppraisal"));
        var item = (await As.Admin(() => Checks.GetListAsync(presses))).Single(item => item.TaskId is not null);
        await LetSellersSeeDealsAsync(false);
        try
        {
            await Should.ThrowAsync<AbpAuthorizationException>(() => As.User("nima", () => Checks.GetListAsync(presses)));
            await As.User("nima", () => Get<IActivityAppService>().CompleteAsync(item.TaskId!.Value, new CompleteActivityDto()));
        }
        finally
        {
            await LetSellersSeeDealsAsync(true); // grants are remembered by the app, which other tests share
        }

        var ticked = (await As.Admin(() => Checks.GetListAsync(presses))).Single(one => one.Id == item.Id);
        (ticked.IsDone, ticked.DoneBy!.Contains("کاظمی", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Fact]
    public async Task A_list_is_brought_by_hand_once_and_an_empty_one_not_at_all()
    {
        var presses = await DealAsync();
        var list = await TemplateAsync("By hand");
        await As.Sales(() => Checks.ApplyAsync(presses, list));
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Checks.ApplyAsync(presses, list)))).Code.ShouldBe(CrmErrorCodes.CheckListThere);
        var empty = await As.Admin(() => Templates.CreateAsync(new SaveCheckListTemplateDto { Name = "Empty" }));
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Checks.ApplyAsync(presses, empty)))).Code.ShouldBe(CrmErrorCodes.CheckListEmpty);
    }

    [Fact]
    public async Task A_list_that_is_retired_is_no_longer_brought()
    {
        var (presses, list) = (await DealAsync(), await TemplateAsync("Old"));
        var call = await CallAsync();
        await As.Admin(() => Templates.RetireAsync(list));

        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Checks.ApplyAsync(presses, list)))).Code.ShouldBe(CrmErrorCodes.CheckListRetired);
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Get<IActivityCheckListAppService>().ApplyAsync(call, list)))).Code.ShouldBe(CrmErrorCodes.CheckListRetired);

        await As.Admin(() => Templates.RestoreAsync(list));
        await As.Sales(() => Checks.ApplyAsync(presses, list));
        (await As.Sales(() => Checks.GetListAsync(presses))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task To_choose_from_are_lists_that_can_be_brought_and_they_are_read_without_their_items()
    {
        var (second, first, old) = (await TemplateAsync("Second"), await TemplateAsync("First"), await TemplateAsync("Old"));
        await As.Admin(() => Templates.CreateAsync(new SaveCheckListTemplateDto { Name = "Empty" }));
        await As.Admin(() => Templates.RetireAsync(old));
        var presses = await DealAsync();
        await As.Sales(() => Checks.ApplyAsync(presses, first));
        await As.Admin(() => Templates.UpdateAsync(first, new SaveCheckListTemplateDto { Name = "Renamed" }));

        (await As.Sales(() => Templates.GetChoicesAsync())).ShouldBe([new CheckListChoiceDto(first, "Renamed"), new CheckListChoiceDto(second, "Second")]);
        (await As.Sales(() => Checks.GetListAsync(presses))).ShouldAllBe(item => item.TemplateId == first && item.ListName == "First");
        (await As.Sales(() => StatementLog.OfAsync(() => Templates.GetChoicesAsync()))).ShouldAllBe(statement => !statement.Contains("TaskDays"));
    }

    [Fact]
    public async Task What_comes_later_stands_below_also_where_something_was_taken_out()
    {
        var (presses, call, checks) = (await DealAsync(), await CallAsync(), Get<IActivityCheckListAppService>());
        foreach (var text in (string[])["First", "Second", "Third"])
        {
            await As.Sales(() => Checks.AddItemAsync(presses, new AddCheckItemDto { Text = text }));
            await As.Sales(() => checks.AddItemAsync(call, new AddCheckItemDto { Text = text }));
        }
        var (ofDeal, ofCall) = (await As.Sales(() => Checks.GetListAsync(presses)), await As.Sales(() => checks.GetListAsync(call)));
        await As.Sales(() => Checks.RemoveItemAsync(presses, ofDeal[0].Id));
        await As.Sales(() => checks.RemoveItemAsync(call, ofCall[0].Id));
        for (var i = 4; i < 10; i++)
        {
            var text = $"Item {i}";
            await As.Sales(() => Checks.AddItemAsync(presses, new AddCheckItemDto { Text = text }));
            await As.Sales(() => checks.AddItemAsync(call, new AddCheckItemDto { Text = text }));
        }

        string[] inOrder = ["Second", "Third", "Item 4", "Item 5", "Item 6", "Item 7", "Item 8", "Item 9"];
        (await As.Sales(() => Checks.GetListAsync(presses))).Select(item => item.Text).ShouldBe(inOrder);
        (await As.Sales(() => checks.GetListAsync(call))).Select(item => item.Text).ShouldBe(inOrder);
        using var system = SystemWork.Begin("a test");
        (await As.Sales(() => Get<IRepository<CheckItem, Guid>>().GetListAsync(item => item.ActivityId == call || item.OpportunityId == presses)))
            .GroupBy(item => item.ActivityId).ShouldAllBe(list => list.Select(item => item.Order).Distinct().Count() == list.Count());
    }

    [Fact]
    public async Task An_activity_has_a_list_of_its_own_and_is_not_done_while_a_mandatory_item_is_open()
    {
        var call = await CallAsync();
        var checks = Get<IActivityCheckListAppService>();
        await As.Sales(() => checks.AddItemAsync(call, new AddCheckItemDto { Text = "Have the offer at hand", IsMandatory = true }));

        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Get<IActivityAppService>().CompleteAsync(call, new CompleteActivityDto())))).Data["Items"].ShouldBe("«Have the offer at hand»");
        var item = (await As.Sales(() => checks.GetListAsync(call))).ShouldHaveSingleItem();
        await As.Sales(() => checks.TickAsync(call, item.Id));
        await As.Sales(() => Get<IActivityAppService>().CompleteAsync(call, new CompleteActivityDto()));
    }

    [Fact]
    public async Task Only_an_administrator_keeps_lists_and_another_deals_item_is_not_ticked_by_the_way()
    {
        await Should.ThrowAsync<AbpAuthorizationException>(() => As.Finance(() => Templates.CreateAsync(new SaveCheckListTemplateDto { Name = "Mine" })));
        var (one, other) = (await DealAsync(), await DealAsync());
        await As.Sales(() => Checks.AddItemAsync(one, new AddCheckItemDto { Text = "Credit is checked" }));
        var item = (await As.Sales(() => Checks.GetListAsync(one)))[0].Id;
        await Should.ThrowAsync<EntityNotFoundException>(() => As.Sales(() => Checks.TickAsync(other, item)));
    }

    private Task LetSellersSeeDealsAsync(bool may) => As.Admin(async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await Get<IPermissionManager>().SetForRoleAsync("seller", CrmPermissions.Opportunities.Default, may);
        await unitOfWork.CompleteAsync();
    });

    private Task<Guid> CallAsync() => As.Sales(async () => await Get<IActivityAppService>().PlanAsync(new PlanActivityDto
    {
        PartyId = await Given.Customer(), Kind = ActivityKind.Call, Subject = "Ask", DueOn = Given.Day
    }));

    private async Task<Guid> DealAsync()
    {
        var acme = await Given.Customer();
        await Given.Call(acme, "hello");
        return await Given.Opportunity(acme);
    }

    private async Task<Guid> TemplateAsync(string name)
    {
        var list = await As.Admin(() => Templates.CreateAsync(new SaveCheckListTemplateDto { Name = name }));
        await As.Admin(() => Templates.AddItemAsync(list, new AddTemplateItemDto { Text = "Ask for the drawings" }));
        await As.Admin(() => Templates.AddItemAsync(list, new AddTemplateItemDto { Text = "Send samples", TaskDays = 3 }));
        return list;
    }

    private Task BindAsync(string stage, Guid list) => As.Admin(async () =>
    {
        var pipeline = (await Get<IPipelineAppService>().GetListAsync())[0];
        var bound = pipeline.Stages[Array.IndexOf(Stages, stage)];
        await Get<IPipelineAppService>().UpdateStageAsync(pipeline.Id, bound.Id, new SaveStageDto
        {
            Name = bound.Name, Probability = bound.Probability, Requires = bound.Requires, MaxDays = bound.MaxDays, CheckListId = list
        });
    });

    private Task MoveAsync(Guid deal, string stage) => As.Sales(() => MoveByAsync(deal, stage));

    private async Task MoveByAsync(Guid deal, string stage)
    {
        var pipeline = (await Get<IPipelineAppService>().GetListAsync())[0];
        var row = (await Opportunities.GetAsync(deal)).Row;
        await Opportunities.MoveAsync(deal, new MoveOpportunityDto { StageId = pipeline.Stages[Array.IndexOf(Stages, stage)].Id, ConcurrencyStamp = row.ConcurrencyStamp });
    }

    private static readonly string[] Stages = ["FirstContact", "TalkAppraisal", "Demo"];
}
