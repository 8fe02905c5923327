namespace Crm.Reports;

/// <summary>The worked figures of the KPI formulae.</summary>
public class Reports_Tests
{
    [Fact]
    public void Eighteen_won_of_sixty_are_thirty_percent_and_lie_between_19_9_and_42_5()
    {
        var rate = WinRate.Of(18, 42);

        rate.Rate!.Value.ShouldBe(0.30, 1e-12);
        rate.Low!.Value.ShouldBe(0.199, 0.0005);
        rate.High!.Value.ShouldBe(0.425, 0.0005);
    }

    [Fact]
    public void Nothing_closed_is_no_rate_and_all_won_is_not_certain()
    {
        WinRate.Of(0, 0).Rate.ShouldBeNull();
        WinRate.Of(3, 0).ShouldSatisfyAllConditions(rate => rate.Rate.ShouldBe(1), rate => rate.High!.Value.ShouldBe(1, 1e-9), rate => rate.Low!.Value.ShouldBeLessThan(0.5));
    }

    [Fact]
    public void Velocity_of_the_worked_figures_is_ten_million_a_day() =>
        Forecast.Velocity(40, 50_000_000m, 0.25m, 50m).ShouldBe(10_000_000m);

    [Fact]
    public void The_weighted_forecast_is_130_with_a_spread_of_96_4()
    {
        (decimal, decimal)[] deals = [(100, 0.5m), (200, 0.2m), (50, 0.8m)];

        Forecast.Weighted(deals).ShouldBe(130m);
        Forecast.Spread(deals).ShouldBe(96.4, 0.05);
    }

    [Fact]
    public void Without_open_ones_the_share_won_ends_at_the_win_rate()
    {
        var points = WonByAge.Of([new(10, true, false, 3), new(20, false, true, 4), new(30, true, false, 2), new(40, false, true, 1)]);

        points.Select(point => point.Days).ShouldBe([10, 30]);
        points[0].Share.ShouldBe(0.3, 1e-12);
        points[1].Share.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void An_open_one_counts_as_long_as_it_is_open()
    {
        // Ten opened: three won on day 10; four are still open at day 15; of the three left, two are won on day 30.
        var points = WonByAge.Of([new(10, true, false, 3), new(15, false, false, 4), new(30, true, false, 2), new(40, false, true, 1)]);

        points[1].Share.ShouldBe(0.3 + 0.7 * 2 / 3, 1e-12);
    }
}
