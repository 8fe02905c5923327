using Crm.Customers;
using Crm.Pipelines;
using Kernel.Monetary;

namespace Crm.Opportunities;

public class Opportunity_Tests
{
    private static readonly DateOnly Day = new(2026, 11, 1);
    private static readonly DateTime Now = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Pipeline Sales = Pipeline.Given(Guid.NewGuid(), Guid.NewGuid, null);

    [Fact]
    public void It_begins_in_the_first_stage_with_that_stages_probability()
    {
        var presses = Open();

        presses.StageId.ShouldBe(Sales.First.Id);
        presses.Probability.ShouldBe(0.1m);
        presses.Moves.ShouldHaveSingleItem().FromStageId.ShouldBeNull();
    }

    [Fact]
    public void A_blocked_customer_takes_none()
    {
        var acme = new Customer(Guid.NewGuid());
        acme.Block("unpaid cheques");

        Rule.ShouldBreak(() => Open(acme), CrmErrorCodes.CustomerBlocked);
    }

    [Fact]
    public void A_stage_lets_nobody_in_until_what_it_and_those_before_it_ask_for_is_there()
    {
        var presses = Open();
        var contract = Stage("ContractRequest");

        Rule.ShouldBreak(() => Move(presses, contract), CrmErrorCodes.StageGateUnmet);
        presses.Missing(Sales, contract, hasTalked: false).ShouldBe([StageRequirement.Amount, StageRequirement.Need, StageRequirement.Talk]);
        presses.StageId.ShouldBe(Sales.First.Id);

        presses.Describe("Two presses", Money.Of(12_000, "EUR"), Day, "faster pressing");
        Move(presses, contract, hasTalked: true, Now.AddDays(3));

        presses.StageId.ShouldBe(contract.Id);
        presses.Probability.ShouldBe(0.6m);
        presses.Moves.Last().DaysBefore.ShouldBe(3);
    }

    [Fact]
    public void Going_back_asks_for_nothing()
    {
        var presses = Open();
        presses.Describe("Two presses", Money.Of(12_000, "EUR"), Day, "faster pressing");
        Move(presses, Stage("ContractRequest"), hasTalked: true);
        presses.Describe("Two presses", Money.Zero("EUR"), null, null);

        Move(presses, Stage("TalkAppraisal"));

        presses.StageId.ShouldBe(Stage("TalkAppraisal").Id);
    }

    [Fact]
    public void The_gate_of_a_decision_maker_opens_when_one_is_in_the_buying_group()
    {
        var presses = Open();
        presses.SetRole(Guid.NewGuid(), BuyingRole.EndUser);
        presses.Missing(Sales, Stage("ContractReview"), true).ShouldContain(StageRequirement.DecisionMaker);

        presses.SetRole(presses.People.Single().PersonId, BuyingRole.Decider);

        presses.People.ShouldHaveSingleItem();
        presses.Missing(Sales, Stage("ContractReview"), true).ShouldNotContain(StageRequirement.DecisionMaker);
    }

    [Fact]
    public void A_loss_has_a_reason_and_a_closed_one_does_not_move()
    {
        var presses = Open();
        Rule.ShouldBreak(() => presses.Lose(Day, null, null, null, Now, Guid.NewGuid()), CrmErrorCodes.LossWithoutReason);
        presses.IsOpen.ShouldBeTrue();

        presses.Lose(Day, Guid.NewGuid(), null, "too late", Now, Guid.NewGuid());

        presses.State.ShouldBe(OpportunityState.Lost);
        presses.Probability.ShouldBe(0);
        Rule.ShouldBreak(() => Move(presses, Stage("TalkAppraisal"), true), CrmErrorCodes.OpportunityClosed);
        Rule.ShouldBreak(() => presses.Win(Day, null, null, null, Now, Guid.NewGuid(), []), CrmErrorCodes.OpportunityClosed);
    }

    [Fact]
    public void A_reopened_one_stands_where_it_stood_without_result()
    {
        var presses = Open();
        presses.Win(Day, Guid.NewGuid(), null, null, Now, Guid.NewGuid(), []);
        presses.Probability.ShouldBe(1);

        presses.Reopen(Sales, Now.AddDays(1), Guid.NewGuid());

        (presses.IsOpen, presses.ClosedOn, presses.ReasonId, presses.Probability).ShouldBe((true, null, null, 0.1m));
        Rule.ShouldBreak(() => presses.Reopen(Sales, Now, Guid.NewGuid()), CrmErrorCodes.OpportunityNotClosed);
    }

    [Fact]
    public void What_is_mandatory_and_open_keeps_it_from_being_won()
    {
        var presses = Open();
        Rule.ShouldBreak(() => presses.Win(Day, null, null, null, Now, Guid.NewGuid(), ["Credit is checked"]), CrmErrorCodes.CheckItemsOpen);
        presses.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void What_is_mandatory_and_open_keeps_it_in_its_pipeline()
    {
        var presses = Open();
        var tenders = Pipeline.Given(Guid.NewGuid(), Guid.NewGuid, null);

        Rule.ShouldBreak(() => presses.ChangePipeline(tenders, tenders.First.Id, Now, Guid.NewGuid(), ["Credit is checked"]), CrmErrorCodes.CheckItemsOpen);
        (presses.PipelineId, presses.StageId).ShouldBe((Sales.Id, Sales.First.Id));

        presses.ChangePipeline(tenders, tenders.First.Id, Now, Guid.NewGuid(), []);
        presses.PipelineId.ShouldBe(tenders.Id);
    }

    [Fact]
    public void It_is_not_closed_before_it_was_opened() =>
        Rule.ShouldBreak(() => Open().Win(Day.AddDays(-1), null, null, null, Now, Guid.NewGuid(), []), CrmErrorCodes.ClosedBeforeOpened);

    [Fact]
    public void One_that_was_opened_earlier_stands_in_its_stage_since_then()
    {
        Open(openedOn: Day.AddDays(-40)).StageSince.ShouldBe(Now.Date.AddDays(-40));
        Rule.ShouldBreak(() => Open(openedOn: Day.AddDays(1)), CrmErrorCodes.OpenedInFuture);
    }

    [Fact]
    public void A_retired_pipeline_takes_none()
    {
        var old = Pipeline.Given(Guid.NewGuid(), Guid.NewGuid, null);
        old.Retire();

        Rule.ShouldBreak(() => Open(pipeline: old), CrmErrorCodes.PipelineRetired);
    }

    [Fact]
    public void Stages_change_places_without_gaps()
    {
        var tenders = new Pipeline(Guid.NewGuid(), "Tenders", 2, null);
        Rule.ShouldBreak(() => _ = tenders.First, CrmErrorCodes.PipelineWithoutStages);
        tenders.AddStage(Guid.NewGuid(), "Documents", 0.2m, StageRequirement.None, 30);
        var offer = tenders.AddStage(Guid.NewGuid(), "Offer", 0.5m, StageRequirement.Amount, null);

        tenders.MoveStageUp(offer.Id);

        tenders.Stages.OrderBy(stage => stage.Order).Select(stage => (stage.Order, stage.Name)).ShouldBe([(1, "Offer"), (2, "Documents")]);
        Rule.ShouldBreak(() => tenders.ChangeStage(offer.Id, "Offer", 1.2m, StageRequirement.None, null), CrmErrorCodes.ProbabilityOutOfRange);
    }

    private static PipelineStage Stage(string code) => Sales.Stages.Single(stage => stage.Code == code);

    private static Opportunity Open(Customer? customer = null, Pipeline? pipeline = null, DateOnly? openedOn = null) => (customer ?? new Customer(Guid.NewGuid()))
        .OpenOpportunity(Guid.NewGuid(), "Two presses", pipeline ?? Sales, Money.Zero("EUR"), Day.AddDays(30), openedOn ?? Day, Now, Guid.NewGuid());

    private static void Move(Opportunity opportunity, PipelineStage stage, bool hasTalked = false, DateTime? at = null) =>
        opportunity.MoveTo(Sales, stage.Id, hasTalked, at ?? Now, Guid.NewGuid(), requirement => requirement.ToString(), []);
}
