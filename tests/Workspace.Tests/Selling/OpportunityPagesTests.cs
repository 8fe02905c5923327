using System.Net;
using Crm.Opportunities;
using Kernel.Monetary;
using Workspace;

namespace Workspace.Tests.Selling;

public class OpportunityPagesTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task A_seller_opens_moves_and_wins_one_without_any_script()
    {
        var acme = await Given.Customer("Acme");
        await Given.Call(acme, "hello");
        using var sara = await SignedIn("sara");

        var form = await sara.GetAsync($"/Crm/Opportunities/Create?CustomerId={acme}");
        var opened = await form.SubmitAsync(new() { ["Input.Title"] = "Two presses", ["Input.Amount"] = "12,000", ["Input.Amount.Currency"] = "EUR" }, "main form[method=post]");
        opened.Status.ShouldBe(HttpStatusCode.OK);
        opened.TextOf("h1").ShouldBe("Two presses");
        var board = await sara.GetAsync("/Crm/Opportunities/Board");
        board.TextOf("[data-stage] header").ShouldContain("12,000");
        var second = board.Document.QuerySelectorAll("[data-stage]")[1].GetAttribute("data-stage")!;

        var moved = await board.SubmitAsync(new() { ["stageId"] = second }, "[data-move]");

        moved.IsWholePage.ShouldBeTrue();
        moved.Has($"[data-stage='{second}'] [data-card]").ShouldBeTrue(moved.Text);
        var won = await (await sara.GetAsync(opened.Url)).SubmitAsync([], "form[action*='handler=Win']");
        won.TextOf("h1").ShouldContain("Won");
    }

    [Fact]
    public async Task The_deals_page_answers_what_one_asks_of_it_and_offers_the_act_that_fills_an_empty_answer()
    {
        var deal = await Given.Opportunity(await Given.Customer("Acme", "09121234567"), need: null);
        using var sara = await SignedIn("sara");

        var answers = (await sara.GetAsync($"/Crm/Opportunities/Details/{deal}")).Document.QuerySelector("#sentences")!;

        answers.TextContent.ShouldContain("0912 123 4567");
        answers.QuerySelectorAll("a:not(.ui-phone)").Select(link => link.TextContent.Trim()).ShouldBe(["Enter the source", "Ask and enter it", "Log the first contact", "Answer it", "Make a quote"]);
    }

    [Theory]
    [InlineData("fa", "تا اندازه‌ای")]
    [InlineData("en", "In part")]
    public async Task Whether_its_customer_is_ideal_is_answered_on_the_deals_page_and_an_empty_answer_is_refused_with_what_was_typed(string language, string answer)
    {
        var deal = await Given.Opportunity(await Given.Customer("Acme"));
        using var sara = await SignedIn("sara", language);
        var page = await sara.GetAsync($"/Crm/Opportunities/Details/{deal}");

        var refused = await page.SubmitAsync(new() { ["Fit.Note"] = "They pay late" }, "form[action*='handler=Fit']", asFragment: true);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#fit textarea").ShouldBe("They pay late");
        refused.Has("#fit details[open] .ui-error").ShouldBeTrue(refused.Html);

        var kept = await page.SubmitAsync(new() { ["Fit.Fit"] = "Partly", ["Fit.Note"] = "They pay late" }, "form[action*='handler=Fit']");
        kept.TextOf("#sentences a[href='#fit']").ShouldBe(answer);
        kept.TextOf("#fit").ShouldContain("They pay late");
    }

    [Theory]
    [InlineData("fa", "فرصتی پیدا نشد")]
    [InlineData("en", "No opportunity found")]
    public async Task A_board_on_which_nothing_is_found_says_so_and_a_list_tells_the_next_step(string language, string nothing)
    {
        await As.Sales(async () => await Get<IOpportunityAppService>().PlanNextStepAsync(
            await Given.Opportunity(await Given.Customer("Acme"), "Two presses"), new NextStepDto { NextStep = "Send the offer" }));
        using var sara = await SignedIn("sara", language);

        (await sara.GetAsync("/Crm/Opportunities/Board?Q=lathe")).TextOf("#board [role=status]").ShouldContain(nothing);
        (await sara.GetAsync("/Crm/Opportunities/Board?Q=press")).Has("#board [role=status]").ShouldBeFalse();
        (await sara.GetAsync("/Crm/Opportunities")).TextOf("#rows").ShouldContain("Send the offer");
    }

    [Fact]
    public async Task By_htmx_a_move_is_one_request_that_answers_the_card_and_two_heads_only()
    {
        var acme = await Given.Customer("Acme");
        await Given.Call(acme, "hello");
        for (var i = 0; i < 30; i++) { await Given.Opportunity(acme, $"Press {i}"); }
        using var sara = await SignedIn("sara");
        var board = await sara.GetAsync("/Crm/Opportunities/Board");
        var second = board.Document.QuerySelectorAll("[data-stage]")[1].GetAttribute("data-stage")!;
        await sara.GetAsync("/Crm/Opportunities/Board");

        WebAnswer moved = null!;
        var move = await StatementLog.OfAsync(async () => moved = await board.SubmitAsync(new() { ["stageId"] = second }, "[data-move]", asFragment: true));
        // What is asked once a minute may fall into one of two moves, not into both.
        board = await sara.GetAsync("/Crm/Opportunities/Board");
        var again = await StatementLog.OfAsync(() => board.SubmitAsync(new() { ["stageId"] = second }, "[data-move]", asFragment: true));

        moved.Status.ShouldBe(HttpStatusCode.OK);
        moved.Document.QuerySelectorAll("[data-card]").Length.ShouldBe(1);
        moved.Document.QuerySelectorAll("header[hx-swap-oob]").Length.ShouldBe(2);
        (moved.Html.Length * 10).ShouldBeLessThan(board.Html.Length);
        // One of them asks for what is open on the deal's check list.
        Math.Min(move.Count, again.Count).ShouldBeLessThanOrEqualTo(13, string.Join("\n\n", move));
    }

    [Theory]
    [InlineData("fa", "نیاز مشتری")]
    [InlineData("en", "What they need")]
    public async Task A_gate_unmet_says_on_the_board_what_is_missing(string language, string missing)
    {
        await Given.Opportunity(await Given.Customer("Acme"), need: null);
        using var sara = await SignedIn("sara", language);
        var board = await sara.GetAsync("/Crm/Opportunities/Board");
        var third = board.Document.QuerySelectorAll("[data-stage]")[2].GetAttribute("data-stage")!;

        var refused = await board.SubmitAsync(new() { ["stageId"] = third }, "[data-move]", asFragment: true);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#board").ShouldContain(missing);
        refused.Document.QuerySelectorAll("[data-stage]")[0].QuerySelectorAll("[data-card]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_form_warns_of_another_open_one_and_keeps_what_was_typed()
    {
        var acme = await Given.Customer("Acme");
        await Given.Opportunity(acme, "Two presses");
        using var sara = await SignedIn("sara");
        var form = await sara.GetAsync($"/Crm/Opportunities/Create?CustomerId={acme}");
        form.TextOf("#others").ShouldContain("Two presses");

        var refused = await form.SubmitAsync(new() { ["Input.Title"] = "A lathe", ["Input.Amount"] = "500", ["Input.Amount.Currency"] = "EUR" }, "main form[method=post]");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("main").ShouldContain("Two presses");
        refused.Document.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("A lathe");
        refused.Document.QuerySelector("[name='Input.Amount.Currency'] option[selected]")!.GetAttribute("value").ShouldBe("EUR");
        (await refused.SubmitAsync(new() { ["Input.IsAnother"] = "true" }, "main form[method=post]")).TextOf("h1").ShouldBe("A lathe");
        (await As.Sales(() => Get<IOpportunityAppService>().GetOpenOfCustomerAsync(acme))).Single(row => row.Title == "A lathe").Amount.ShouldBe(Money.Of(500, "EUR"));
    }

    [Fact]
    public async Task An_administrator_makes_a_pipeline_with_its_stages_in_pages()
    {
        using var admin = await SignedIn();
        var settings = await admin.GetAsync("/Crm/Settings");
        var pipeline = await settings.SubmitAsync(new() { ["Input.Name"] = "Tenders" }, "main form[method=post]");
        pipeline.TextOf("h1").ShouldBe("Tenders");

        var staged = await pipeline.SubmitAsync(new() { ["New.Name"] = "Documents bought", ["New.Percent"] = "20", ["requires"] = "Amount" }, "form[action*='handler=Add']");

        staged.TextOf("#pipeline").ShouldContain("Documents bought 20% · needs: Amount");
        (await staged.SubmitAsync(new() { ["New.Name"] = "Offer", ["New.Percent"] = "120" }, "form[action*='handler=Add']")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Whoever_reads_in_toman_types_the_amount_in_toman()
    {
        var acme = await Given.Customer("Acme");
        using var sara = await SignedIn("sara");
        var form = await sara.GetAsync($"/Crm/Opportunities/Create?CustomerId={acme}");

        await form.SubmitAsync(new() { ["Input.Title"] = "A lathe", ["Input.Amount"] = "500", ["Input.Amount.Unit"] = "Toman" }, "main form[method=post]");

        (await As.Sales(() => Get<IOpportunityAppService>().GetOpenOfCustomerAsync(acme))).Single().Amount.ShouldBe(Money.Of(5000, "IRR"));
    }
}
