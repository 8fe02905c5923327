namespace Crm.Reports;

public class Process_Tests
{
    [Fact]
    public void Forty_deals_of_fifty_million_at_a_quarter_in_fifty_days_are_ten_million_a_day()
    {
        SalesVelocity.Of(40, 50_000_000m, 0.25, 50).ShouldBe(10_000_000m);
        SalesVelocity.Of(40, 50_000_000m, 0.25, 0).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.5, 25)]
    [InlineData(0.9, 37)]
    [InlineData(1, 40)]
    public void Nine_of_ten_are_answered_within_a_time_between_two_that_were_measured(double share, double minutes)
    {
        AnswerTimes.Quantile([10, 20, 30, 40], share)!.Value.ShouldBe(minutes, 1e-9);
        AnswerTimes.Quantile([], share).ShouldBeNull();
    }

    [Fact]
    public void A_way_is_kept_where_no_stage_is_passed_over_gone_back_to_or_left_too_late()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        var all = Conformance.Of([
            new(one, 1, 2, 3, 14), new(one, 2, 4, 30, 21), new(one, 4, 3, 1, null), // fine; skipped and too late; back
            new(other, 1, 2, 14, 14)]);

        all.ShouldSatisfyAllConditions(
            () => all.Deals.ShouldBe(2), () => all.Moves.ShouldBe(4), () => all.Skipped.ShouldBe(1), () => all.Repeated.ShouldBe(1), () => all.TooLong.ShouldBe(1),
            () => all.Share.ShouldBe(0.5));
        Conformance.Of([]).Share.ShouldBeNull();
    }
}
