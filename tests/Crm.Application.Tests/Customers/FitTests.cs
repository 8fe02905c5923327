using Crm.CustomerFiles;
using Crm.Customers;
using Crm.Leads;
using Crm.Opportunities;
using Crm.Scoring;
using Volo.Abp.Authorization;
using Volo.Abp.Domain.Entities;
using Workspace;

namespace Crm.Application.Tests.Customers;

/// <summary>Whether somebody is the customer we wish for: asked of leads and customers, shown by deals.</summary>
public class FitTests : WorkspaceTest<WorkspaceModule>
{
    private ICustomerAppService Customers => Get<ICustomerAppService>();
    private ILeadAppService Leads => Get<ILeadAppService>();

    [Fact]
    public async Task A_deal_made_by_hand_shows_what_was_answered_of_its_customer_by_whom_and_so_does_the_file()
    {
        var acme = await Given.Customer("Acme");
        var presses = await Given.Opportunity(acme);
        (await FitOfAsync(presses)).ShouldBeNull();

        await As.Sales(() => Customers.JudgeFitAsync(acme, new JudgeFitDto { Fit = CustomerFit.Partly, Note = "Pays late" }));

        var answer = (await FitOfAsync(presses))!;
        (answer.Fit, answer.Note, answer.ById).ShouldBe((CustomerFit.Partly, "Pays late", As.IdOf("sara")));
        answer.ByName.ShouldNotBeNullOrEmpty();
        (await FitOfAsync(await Given.Opportunity(acme, "Two lathes"))).ShouldBe(answer);
        (await As.Sales(() => Get<ICustomerFileAppService>().GetAsync(acme))).Profile.Fit.ShouldBe(answer);
    }

    [Fact]
    public async Task What_was_answered_of_a_lead_goes_along_and_leaves_what_was_answered_of_the_customer_itself()
    {
        var first = await LeadAsync("Acme", CustomerFit.Ideal);
        var made = await As.Sales(() => Leads.ConvertAsync(first, new ConvertLeadDto()));
        (await FitOfAsync(made.OpportunityId!.Value))!.Fit.ShouldBe(CustomerFit.Ideal);

        var second = await LeadAsync("Acme two", CustomerFit.NotIdeal);
        var again = await As.Sales(() => Leads.ConvertAsync(second, new ConvertLeadDto { CustomerId = made.CustomerId }));

        (await FitOfAsync(again.OpportunityId!.Value))!.Fit.ShouldBe(CustomerFit.Ideal);
    }

    [Fact]
    public async Task A_rule_can_ask_for_it_in_any_language()
    {
        await As.Admin(() => Get<IScoringAppService>().CreateAsync(new CreateScoreRuleDto { Subject = "Fit", Test = ScoreTest.Is, Value = "تا اندازه ای", Points = 30 }));
        var acme = await LeadAsync("Acme", CustomerFit.Partly);

        (await As.Sales(() => Get<IScoringAppService>().GetScoreAsync(acme))).Score.ShouldBe(30);
    }

    [Fact]
    public async Task Who_may_not_change_customers_does_not_answer_and_nobody_answers_of_a_customer_out_of_his_sight()
    {
        var acme = await Given.Customer("Acme", owner: "sara");
        var answer = new JudgeFitDto { Fit = CustomerFit.Ideal };

        await Should.ThrowAsync<AbpAuthorizationException>(() => As.Finance(() => Customers.JudgeFitAsync(acme, answer)));
        await Should.ThrowAsync<EntityNotFoundException>(() => As.User("nima", () => Customers.JudgeFitAsync(acme, answer)));

        (await FitOfAsync(await Given.Opportunity(acme))).ShouldBeNull();
    }

    private async Task<FitDto?> FitOfAsync(Guid deal) => (await As.Sales(() => Get<IOpportunityAppService>().GetAsync(deal))).Fit;

    private async Task<Guid> LeadAsync(string company, CustomerFit fit)
    {
        var lead = await As.Sales(() => Leads.CreateAsync(new CreateLeadDto { CompanyName = company, Email = $"{company.Replace(' ', '.')}@example.com" }));
        await As.Sales(() => Leads.JudgeFitAsync(lead, new JudgeFitDto { Fit = fit }));
        return lead;
    }
}
