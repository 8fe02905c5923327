using Crm.Opportunities;
using Kernel.Monetary;

namespace Crm.Leads;

public class Lead_Tests
{
    private static readonly DateTime Now = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly LeadIdentity Acme = new("Wile Coyote", "Acme", "Buyer", "0912 345 6789", null, null, null, null);

    [Fact]
    public void A_new_one_is_not_contacted_and_its_mobile_is_in_normal_form()
    {
        var lead = Made();

        lead.Status.ShouldBe(LeadStatus.NotContacted);
        lead.Mobile.ShouldBe("+989123456789");
        lead.Name.ShouldBe("Acme");
        lead.Events.ShouldHaveSingleItem().Kind.ShouldBe(LeadEventKind.Created);
    }

    [Fact]
    public void Nobody_to_reach_or_nobody_at_all_is_refused()
    {
        Rule.ShouldBreak(() => Made(Acme with { Mobile = null }), CrmErrorCodes.LeadNotReachable);
        Rule.ShouldBreak(() => Made(Acme with { PersonName = null, CompanyName = " " }), CrmErrorCodes.LeadWithoutName);
        Rule.ShouldBreak(() => Made(Acme with { Mobile = "12" }), CrmErrorCodes.LeadWrongPhone);
        Rule.ShouldBreak(() => Made(Acme with { Email = "acme" }), CrmErrorCodes.LeadWrongEmail);
    }

    [Fact]
    public void It_is_qualified_only_when_budget_need_timeline_and_decider_are_known()
    {
        var lead = Made();
        lead.Describe(new LeadNeeds { Pain = "slow presses" });
        Rule.ShouldBreak(() => Set(lead, LeadStatus.Qualified), CrmErrorCodes.LeadNotQualified);
        lead.Unknown().ShouldBe(["Budget", "Timeline", "Deciders"]);

        lead.Describe(new LeadNeeds { Pain = "slow presses", Budget = Money.Of(1_000_000_000, "IRR"), Urgency = LeadUrgency.Now, Authority = BuyingRole.Decider });
        Set(lead, LeadStatus.Qualified);

        lead.Status.ShouldBe(LeadStatus.Qualified);
        lead.HasBudget.ShouldBe(true);
    }

    [Fact]
    public void A_contact_in_the_future_has_its_day_and_an_outcome_its_reason()
    {
        var lead = Made();
        Rule.ShouldBreak(() => Set(lead, LeadStatus.ContactInFuture), CrmErrorCodes.LeadNeedsDay);
        Rule.ShouldBreak(() => Set(lead, LeadStatus.Junk), CrmErrorCodes.LeadStatusIsOutcome);
        Rule.ShouldBreak(() => lead.Disqualify(null, true, null, Now, Guid.NewGuid()), CrmErrorCodes.DisqualifiedWithoutReason);

        lead.Disqualify(Guid.NewGuid(), true, "a robot", Now, Guid.NewGuid());

        lead.Status.ShouldBe(LeadStatus.Junk);
        Rule.ShouldBreak(() => lead.Touch(LeadEventKind.Call, null, true, Now, Guid.NewGuid()), CrmErrorCodes.LeadClosed);
        lead.Reopen(Now, Guid.NewGuid());
        lead.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void One_sent_back_to_marketing_keeps_its_first_round()
    {
        var lead = Made();
        lead.Touch(LeadEventKind.Call, "call again in spring", true, Now, Guid.NewGuid());
        lead.Status.ShouldBe(LeadStatus.Contacted);
        Rule.ShouldBreak(() => lead.Recycle(new DateOnly(2026, 11, 1), "too early", Now, Guid.NewGuid()), CrmErrorCodes.RecycledIntoPast);

        lead.Recycle(new DateOnly(2027, 3, 21), "too early", Now, Guid.NewGuid());

        (lead.Round, lead.Status, lead.RecycledUntil).ShouldBe((2, LeadStatus.NotContacted, new DateOnly(2027, 3, 21)));
        lead.Events.Select(known => known.Kind).ShouldBe([LeadEventKind.Created, LeadEventKind.Call, LeadEventKind.Recycled]);
    }

    [Fact]
    public void A_later_touch_leaves_the_first_one_as_it_was()
    {
        var lead = Made();
        lead.Touch(LeadEventKind.Call, null, false, Now.AddDays(2), Guid.NewGuid());

        (lead.FirstTouchAt, lead.LastTouchAt, lead.Status).ShouldBe((Now, Now.AddDays(2), LeadStatus.AttemptingContact));
    }

    private static Lead Made(LeadIdentity? identity = null) =>
        new(Guid.NewGuid(), identity ?? Acme, LeadChannel.Hand, null, Now, Guid.NewGuid(), null);

    private static void Set(Lead lead, LeadStatus status) => lead.SetStatus(status, null, Now, Guid.NewGuid(), part => part);
}
