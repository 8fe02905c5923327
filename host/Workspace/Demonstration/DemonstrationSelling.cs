using Crm.Activities;
using Crm.CheckLists;
using Crm.Choices;
using Crm.Leads;
using Crm.Meetings;
using Crm.Opportunities;
using Crm.Pipelines;
using Crm.Reports;
using Crm.Scoring;
using Kernel.Calendars;
using Kernel.Monetary;
using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Workspace.Demonstration;

/// <summary>What the demonstration organisation is selling, through the same services as its people use.</summary>
public class DemonstrationSelling(
    IOpportunityAppService opportunities, IPipelineAppService pipelines, IChoiceAppService choices, ILeadAppService leadService, IScoringAppService scoring,
    ISellingProcessAppService process, ICheckListTemplateAppService checkLists, IOpportunityCheckListAppService checks, IActivityAppService activities, IMeetingAppService meetings,
    IRepository<Lead, Guid> leads, IUserUnits units, ICurrentTenant tenant, IGuidGenerator guids, IClock clock) : ITransientDependency
{
    private static readonly (string Subject, ScoreTest Test, string? Value, int Points, int? HalfLifeDays)[] ScoreRules =
    [
        (nameof(Lead.HasBudget), ScoreTest.IsKnown, null, 25, null), (nameof(Lead.Authority), ScoreTest.Is, "تصمیم‌گیرنده", 20, null), (nameof(Lead.CompanyName), ScoreTest.IsKnown, null, 10, null),
        (nameof(Lead.Pain), ScoreTest.IsKnown, null, 15, 14), (nameof(Lead.Interest), ScoreTest.IsKnown, null, 10, 7),
    ];

    private static readonly string[] Rivals = ["صنایع البرز", "بازرگانی نیک‌پی", "گروه پارسه"];
    private static readonly string[] Needs =
    [
        "کاهش زمان توقف خط تولید", "جایگزینی دستگاه‌های کهنه", "تأمین یک‌ساله با قیمت ثابت", "خدمات پس از فروش در محل", "افزایش ظرفیت انبار تا پایان سال"
    ];
    private static readonly string[] Steps = ["فرستادن کاتالوگ", "تماس با مدیر خرید", "قرار بازدید", "پیگیری تأیید بودجه", "فرستادن پیش‌فاکتور"];

    private static readonly (string Text, bool IsMandatory)[] BeforeQuote =
    [
        ("نیاز مشتری نوشته و تأیید شده است", true), ("موجودی و زمان تحویل بررسی شده است", false), ("شرایط پرداخت توافق شده است", true),
    ];

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

    /// <summary>A check list on one of Sara's opportunities, and a meeting with a reminder to which a colleague and the customer are invited.</summary>
    public virtual async Task PrepareAsync(Guid customer, DateOnly today, Func<string, Guid> userId)
    {
        var list = await checkLists.CreateAsync(new SaveCheckListTemplateDto { Name = "پیش از پیش‌فاکتور" });
        foreach (var (text, isMandatory) in BeforeQuote)
        {
            await checkLists.AddItemAsync(list, new AddTemplateItemDto { Text = text, IsMandatory = isMandatory });
        }
        var sara = userId("sara");
        var deal = (await opportunities.GetListAsync(new OpportunityListInput { OwnerId = sara })).Rows[0].Id;
        await checks.ApplyAsync(deal, list);
        await checks.TickAsync(deal, (await checks.GetListAsync(deal))[0].Id);
        var day = today.AddDays(1);
        var meeting = await activities.PlanAsync(new PlanActivityDto
        {
            Kind = ActivityKind.Meeting, PartyId = customer, Subject = "بازدید از خط تولید", DueOn = day, StartsAt = day.ToDateTime(new TimeOnly(6, 30), DateTimeKind.Utc), LengthMinutes = 90,
            Location = "کارخانه مشتری", OwnerId = sara, RemindMinutes = 24 * 60,
        });
        await meetings.InviteAsync(meeting, new InviteDto { UserId = userId("nima") });
        await meetings.InviteAsync(meeting, new InviteDto { Email = "factory@customer.example", Name = "مدیر کارخانه" });
    }

    /// <summary>Of the last Jalali month and this one.</summary>
    public virtual async Task SetQuotasAsync(DateOnly today, Func<string, Guid> userId)
    {
        var month = today.AddDays(1 - JalaliCalendar.FromDate(today).Day);
        foreach (var first in (DateOnly[])[month.AddDays(-1).AddDays(1 - JalaliCalendar.FromDate(month.AddDays(-1)).Day), month])
        {
            await process.SetQuotasAsync(new SetQuotasDto
            {
                Month = first,
                Quotas = [new SetQuotaDto { Amount = 9_000_000_000m }, .. ((string[])["sara", "nima", "leila"]).Select(seller => new SetQuotaDto { OwnerId = userId(seller), Amount = 3_000_000_000m })],
            });
        }
    }

    /// <summary>They came in over the past six weeks, and what was done with them was done the day after.</summary>
    /// <returns>How many leads were made.</returns>
    public virtual async Task<int> CreateLeadsAsync(DateOnly today, Func<string, Guid> userId)
    {
        foreach (var (subject, test, value, points, halfLife) in ScoreRules)
        {
            await scoring.CreateAsync(new CreateScoreRuleDto { Subject = subject, Test = test, Value = value, Points = points, HalfLifeDays = halfLife });
        }
        var lists = await choices.GetListAsync();
        var made = 0;
        for (; made < 24; made++)
        {
            var at = clock.Now.AddDays(-(made * 7 % 43)).AddMinutes(-37 * (made + 1));
            var lead = await CreateLeadAsync(made, at, userId((made % 4) switch { 0 => "leila", 1 => "nima", _ => "sara" }), lists);
            Advance(lead, made, at.AddDays(1) is var next && next < clock.Now ? next : clock.Now, today, lists);
            await leads.InsertAsync(lead, autoSave: true);
            if (made % 8 == 6) { await leadService.ConvertAsync(lead.Id, new ConvertLeadDto { IsAnother = true }); }
        }
        return made;
    }

    private async Task<Lead> CreateLeadAsync(int index, DateTime at, Guid owner, List<ChoiceDto> lists)
    {
        var (city, province, _) = Any(DemonstrationNames.Places);
        var lead = new Lead(
            guids.Create(),
            new LeadIdentity(
                $"{Any(DemonstrationNames.FirstNames)} {Any(DemonstrationNames.LastNames)}",
                index % 3 == 0 ? null : $"{Any(DemonstrationNames.Activities)} {DemonstrationNames.CompanyNames[index % DemonstrationNames.CompanyNames.Length]} پیشرو",
                Any(DemonstrationNames.Positions), $"09992{_random.Next(0, 999_999):000000}", null, null, province, city),
            LeadChannel.Hand, Any(Of(lists, ChoiceKind.LeadSource)), at, guids.Create(), tenant.Id);
        var isKnown = index % 4 == 2;
        lead.Describe(new LeadNeeds
        {
            Interest = Any(DemonstrationNames.Interests), Pain = index % 2 == 0 ? Any(Needs) : null, Budget = isKnown ? Money.Of(1_000_000_000m, Currencies.Rial) : null,
            Urgency = isKnown ? LeadUrgency.ThisQuarter : null, Authority = isKnown ? BuyingRole.Decider : null,
        });
        lead.SetOwner(owner, (await units.GetAsync(owner)).Own is [var unit, ..] ? unit : null);
        return lead;
    }

    private void Advance(Lead lead, int index, DateTime at, DateOnly today, List<ChoiceDto> lists)
    {
        if (index % 2 == 0)
        {
            lead.Touch(LeadEventKind.Call, Any(DemonstrationNames.CallTexts), wasReached: index % 6 != 0, at, guids.Create());
        }
        switch (index % 8)
        {
            case 2: lead.SetStatus(LeadStatus.Qualified, null, at, guids.Create(), part => part); break;
            case 3: lead.PlanNextStep(Any(Steps), today.AddDays(_random.Next(-2, 9))); break;
            case 5: lead.SetStatus(LeadStatus.Interested, null, at, guids.Create(), part => part); break;
            case 7: lead.Disqualify(Any(Of(lists, ChoiceKind.DisqualifyReason)), asJunk: index % 16 == 7, null, at, guids.Create()); break;
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
