using Crm.Choices;
using Crm.CustomerFiles;
using Crm.Leads;
using Crm.Opportunities;
using Kernel.Monetary;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Authorization;
using Workspace;

namespace Crm.Application.Tests.Leads;

public class LeadTests : WorkspaceTest<WorkspaceModule>
{
    private ILeadAppService Leads => Get<ILeadAppService>();

    [Fact]
    public async Task A_lead_becomes_a_customer_with_a_contact_and_an_opportunity_and_keeps_its_history()
    {
        var id = await As.Sales(() => Leads.CreateAsync(Acme()));
        await As.Sales(() => Leads.TouchAsync(id, new LeadTouchDto { Text = "They need two presses" }));

        var made = await As.Sales(() => Leads.ConvertAsync(id, new ConvertLeadDto { Title = "Two presses" }));

        var file = await As.Sales(() => Get<ICustomerFileAppService>().GetAsync(made.CustomerId));
        file.Party.Name.ShouldBe("Acme");
        file.Contacts.ShouldHaveSingleItem().Name.ShouldBe("Coyote");
        var opportunity = await As.Sales(() => Get<IOpportunityAppService>().GetAsync(made.OpportunityId!.Value));
        opportunity.Row.Amount.ShouldBe(Money.Of(5_000_000, "IRR"));
        opportunity.LeadId.ShouldBe(id);
        opportunity.Need.ShouldBe("slow presses");
        var lead = await As.Sales(() => Leads.GetAsync(id));
        (lead.Row.Status, lead.CustomerId, lead.OpportunityId).ShouldBe((LeadStatus.Converted, made.CustomerId, made.OpportunityId));
        lead.Events.Count.ShouldBe(3);
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Leads.ConvertAsync(id, new ConvertLeadDto())))).Code.ShouldBe(CrmErrorCodes.LeadClosed);
    }

    [Fact]
    public async Task A_likely_twin_is_shown_first_and_converting_into_it_makes_no_second_party()
    {
        var known = await Given.Customer("Acme", "09123456789");
        var id = await As.Sales(() => Leads.CreateAsync(Acme()));

        (await As.Sales(() => Leads.GetTwinsAsync(id))).Seen.ShouldContain(twin => twin.Id == known);
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Leads.ConvertAsync(id, new ConvertLeadDto())))).Code.ShouldBe(CrmErrorCodes.LeadHasTwin);
        var made = await As.Sales(() => Leads.ConvertAsync(id, new ConvertLeadDto { CustomerId = known, OpensOpportunity = false }));

        made.ShouldBe(new ConvertedLeadDto(known, null));
        (await As.Admin(() => Get<IPartyAppService>().GetListAsync(new PartyListInput { Kind = PartyKind.Company }))).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_twin_in_somebody_elses_hands_is_told_of_and_not_shown()
    {
        await Given.Customer("Acme", "09123456789", owner: "sara");
        var id = await As.User("nima", () => Leads.CreateAsync(Acme()));

        var twins = await As.User("nima", () => Leads.GetTwinsAsync(id));

        (twins.Seen.Count, twins.HasUnseen).ShouldBe((0, true));
        var refusal = await Should.ThrowAsync<BusinessException>(() => As.User("nima", () => Leads.ConvertAsync(id, new ConvertLeadDto())));
        refusal.Code.ShouldBe(CrmErrorCodes.LeadHasUnseenTwin);
        refusal.Data.Count.ShouldBe(0);
        await As.User("nima", () => Leads.ConvertAsync(id, new ConvertLeadDto { IsAnother = true }));
        (await As.Admin(() => Get<IPartyAppService>().GetListAsync(new PartyListInput { Kind = PartyKind.Company }))).Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_queue_shows_the_oldest_first_and_flags_what_nobody_touched_for_a_week()
    {
        TestClock.Fixed = new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);
        var old = await As.Sales(() => Leads.CreateAsync(Acme()));
        TestClock.Fixed = TestClock.Fixed.Value.AddDays(8);
        var fresh = await As.Sales(() => Leads.CreateAsync(new CreateLeadDto { PersonName = "Bugs Bunny", Email = "bugs@acme.example" }));

        var queue = await As.Sales(() => Leads.GetListAsync(new LeadListInput()));

        queue.Rows.Select(row => (row.Id, row.IsStale)).ShouldBe([(old, true), (fresh, false)]);
        (await As.Sales(() => Leads.GetListAsync(new LeadListInput { Stale = true }))).Rows.Select(row => row.Id).ShouldBe([old]);
        (await As.Sales(() => Leads.GetListAsync(new LeadListInput { Text = "0912 345 6789" }))).Rows.Select(row => row.Id).ShouldBe([old]);
        await As.Sales(() => Leads.PlanNextStepAsync(old, new LeadNextStepDto { NextStep = "call", On = new DateOnly(2026, 12, 1) }));
        (await As.Sales(() => Leads.GetListAsync(new LeadListInput { Stale = true }))).Rows.ShouldBeEmpty();
        TestClock.Fixed = null;
    }

    [Fact]
    public async Task Sources_are_compared_without_junk()
    {
        var lists = await As.Sales(() => Leads.GetChoicesAsync());
        var fair = lists.First(choice => choice.Kind == ChoiceKind.LeadSource).Id;
        var junk = lists.First(choice => choice.Kind == ChoiceKind.DisqualifyReason).Id;
        for (var i = 0; i < 4; i++)
        {
            var id = await As.Sales(() => Leads.CreateAsync(new CreateLeadDto { PersonName = $"Person {i}", Email = $"p{i}@acme.example", SourceId = fair }));
            if (i == 0) { await As.Sales(() => Leads.DisqualifyAsync(id, new DisqualifyLeadDto { ReasonId = junk, AsJunk = true })); }
            if (i == 1) { await As.Sales(() => Leads.ConvertAsync(id, new ConvertLeadDto { OpensOpportunity = false })); }
        }

        var row = (await As.Sales(() => Leads.GetSourceReportAsync(new LeadSourceInput()))).ShouldHaveSingleItem();

        (row.All, row.Junk, row.Converted, row.Share).ShouldBe((4, 1, 1, 1m / 3));
    }

    [Fact]
    public async Task Who_may_not_see_leads_gets_none()
    {
        var id = await As.Sales(() => Leads.CreateAsync(Acme()));

        await Should.ThrowAsync<AbpAuthorizationException>(() => As.Finance(() => Leads.GetAsync(id)));
    }

    private static CreateLeadDto Acme() => new()
    {
        PersonName = "Coyote", CompanyName = "Acme", Mobile = "0912 345 6789", Pain = "slow presses", Budget = 5_000_000m, Interest = "presses",
    };
}
