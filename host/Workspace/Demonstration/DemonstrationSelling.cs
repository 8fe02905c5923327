using Crm.Choices;
using Crm.Leads;
using Crm.Opportunities;
using Crm.Pipelines;
using Volo.Abp.DependencyInjection;

namespace Workspace.Demonstration;

/// <summary>What the demonstration organisation is selling, through the same services as its people use.</summary>
public class DemonstrationSelling(
    IOpportunityAppService opportunities, IPipelineAppService pipelines, IChoiceAppService choices, ILeadAppService leads) : ITransientDependency
{
    private static readonly string[] Rivals = ["صنایع البرز", "بازرگانی نیک‌پی", "گروه پارسه"];
    private static readonly string[] Needs =
    [
        "کاهش زمان توقف خط تولید", "جایگزینی دستگاه‌های کهنه", "تأمین یک‌ساله با قیمت ثابت", "خدمات پس از فروش در محل", "افزایش ظرفیت انبار تا پایان سال"
    ];
    private static readonly string[] Steps = ["فرستادن کاتالوگ", "تماس با مدیر خرید", "قرار بازدید", "پیگیری تأیید بودجه", "فرستادن پیش‌فاکتور"];

    private readonly Random _random = new(1405);

    /// <param name="products">Name and unit price of what is sold.</param>
    /// <param name="ownerOf">Who is in charge of the customer at that place.</param>
    /// <returns>How many opportunities were made.</returns>
    public virtual async Task<int> CreateAsync(IReadOnlyList<Guid> customers, IReadOnlyList<(string Name, decimal Price)> products, DateOnly today, Func<int, Guid> ownerOf)
    {
        foreach (var rival in Rivals)
        {
            await choices.CreateAsync(new CreateChoiceDto { Kind = ChoiceKind.Competitor, Name = rival, Note = "قیمت پایین‌تر، تحویل دیرتر" });
        }
        var lists = await choices.GetListAsync();
        var stages = (await pipelines.GetListAsync())[0].Stages;
        var made = 0;
        for (; made < 40; made++)
        {
            await CreateAsync(customers[made % customers.Count], products[_random.Next(products.Count)], made, stages, lists, today, ownerOf(made % customers.Count));
        }
        return made;
    }

    /// <returns>How many leads were made.</returns>
    public virtual async Task<int> CreateLeadsAsync(DateOnly today, Func<string, Guid> userId)
    {
        var lists = await choices.GetListAsync();
        var made = 0;
        for (; made < 24; made++)
        {
            var (city, province, _) = Any(DemonstrationNames.Places);
            var id = await leads.CreateAsync(new CreateLeadDto
            {
                PersonName = $"{Any(DemonstrationNames.FirstNames)} {Any(DemonstrationNames.LastNames)}",
                CompanyName = made % 3 == 0 ? null : $"{Any(DemonstrationNames.Activities)} {DemonstrationNames.CompanyNames[made % DemonstrationNames.CompanyNames.Length]} پیشرو",
                Position = Any(DemonstrationNames.Positions), Mobile = $"09992{_random.Next(0, 999_999):000000}", City = city, Province = province,
                SourceId = Any(Of(lists, ChoiceKind.LeadSource)), Interest = Any(DemonstrationNames.Interests), OwnerId = userId((made % 4) switch { 0 => "leila", 1 => "nima", _ => "sara" }),
                Pain = made % 2 == 0 ? Any(Needs) : null, Budget = made % 4 == 2 ? 1_000_000_000m : null, Urgency = made % 4 == 2 ? LeadUrgency.ThisQuarter : null,
                Authority = made % 4 == 2 ? BuyingRole.Decider : null,
            });
            await AdvanceAsync(id, made, today, lists);
        }
        return made;
    }

    private async Task AdvanceAsync(Guid id, int index, DateOnly today, List<ChoiceDto> lists)
    {
        if (index % 2 == 0)
        {
            await leads.TouchAsync(id, new LeadTouchDto { Text = Any(DemonstrationNames.CallTexts), WasReached = index % 6 != 0 });
        }
        switch (index % 8)
        {
            case 2: await leads.SetStatusAsync(id, new LeadStatusDto { Status = LeadStatus.Qualified }); break;
            case 3: await leads.PlanNextStepAsync(id, new LeadNextStepDto { NextStep = Any(Steps), On = today.AddDays(_random.Next(-2, 9)) }); break;
            case 5: await leads.SetStatusAsync(id, new LeadStatusDto { Status = LeadStatus.Interested }); break;
            case 6: await leads.ConvertAsync(id, new ConvertLeadDto { IsAnother = true }); break;
            case 7: await leads.DisqualifyAsync(id, new DisqualifyLeadDto { ReasonId = Any(Of(lists, ChoiceKind.DisqualifyReason)), AsJunk = index % 16 == 7 }); break;
        }
    }

    private async Task CreateAsync(
        Guid customer, (string Name, decimal Price) product, int index, IReadOnlyList<StageDto> stages, List<ChoiceDto> lists, DateOnly today, Guid owner)
    {
        var opened = today.AddDays(-_random.Next(20, 200));
        var id = await opportunities.OpenAsync(new OpenOpportunityDto
        {
            CustomerId = customer, Title = $"فروش {product.Name}", Amount = product.Price * _random.Next(2, 20), OpenedOn = opened, ExpectedClose = today.AddDays(_random.Next(-10, 90)),
            Need = Any(Needs), SourceId = Any(Of(lists, ChoiceKind.LeadSource)), OwnerId = owner,
            NextStep = index % 3 == 0 ? null : Any(Steps), NextStepOn = index % 3 == 0 ? null : today.AddDays(_random.Next(-3, 12)), IsAnother = true,
        });
        if (index % 2 == 0)
        {
            await opportunities.AddCompetitorAsync(id, Any(Of(lists, ChoiceKind.Competitor)));
        }
        await AdvanceAsync(id, stages, index);
        if (index % 4 == 1)
        {
            await opportunities.WinAsync(id, new CloseOpportunityDto { ClosedOn = opened.AddDays(_random.Next(8, 20)), ReasonId = Any(Of(lists, ChoiceKind.WinReason)) });
        }
        else if (index % 4 == 3)
        {
            await opportunities.LoseAsync(id, new CloseOpportunityDto
            {
                ClosedOn = opened.AddDays(_random.Next(8, 20)), ReasonId = Any(Of(lists, ChoiceKind.LossReason)), CompetitorId = index % 8 == 3 ? Any(Of(lists, ChoiceKind.Competitor)) : null,
            });
        }
    }

    /// <summary>As far as its gates let it: the third stage at most, or the first where nobody has talked with the customer.</summary>
    private async Task AdvanceAsync(Guid id, IReadOnlyList<StageDto> stages, int index)
    {
        var target = stages[index / 2 % 4];
        if (target.Order == 1)
        {
            return;
        }
        var opportunity = await opportunities.GetAsync(id);
        if (opportunity.LastContactAt >= opportunity.Row.StageSince.Date)
        {
            await opportunities.MoveAsync(id, new MoveOpportunityDto { StageId = target.Id, ConcurrencyStamp = opportunity.Row.ConcurrencyStamp });
        }
    }

    private static List<Guid> Of(List<ChoiceDto> lists, ChoiceKind kind) => lists.FindAll(choice => choice.Kind == kind).ConvertAll(choice => choice.Id);

    private T Any<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
