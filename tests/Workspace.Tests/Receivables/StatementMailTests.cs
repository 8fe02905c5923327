using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Accounting;
using Accounting.StatementMails;
using Crm.CustomerFiles;
using Kernel.Printing;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Leavers;

namespace Workspace.Tests.Receivables;

/// <summary>A statement goes to the customer in the language chosen for it, once, and its file says so.</summary>
public class StatementMailTests : WorkspaceTest<WorkspaceModule>
{
    private readonly string _address = $"books-{Guid.NewGuid():N}@acme.example";

    [Theory]
    [InlineData("fa", "en", "صورت‌حساب در راه است", "Statement of account", "Balance at the end")]
    [InlineData("en", "fa", "The statement is on its way", "صورت‌حساب", "مانده پایان")]
    public async Task A_statement_is_sent_in_the_chosen_language_and_stands_in_the_customers_file(string reads, string writes, string queued, string title, string closing)
    {
        var acme = await As.Admin(() => Get<IPartyAppService>().CreateAsync(new CreatePartyDto
        {
            Kind = PartyKind.Company, Name = "Acme", Roles = [PartyRoles.Customer], ContactPoints = [new PartyContactPointDto { Type = PartyContactPointType.Email, Value = _address }],
        }));
        await Given.Invoice(acme, 9_000m);
        using var reza = await SignedIn("reza", reads);
        var page = await reza.GetAsync($"/Accounting/Statements/{acme}?from=2026-10-01&to=2026-12-01");
        page.Document.QuerySelector("#send input[name='Mail.Email']")!.GetAttribute("value").ShouldBe(_address);

        var done = await page.SubmitAsync(new() { ["Mail.Language"] = writes, ["Mail.Message"] = "With <thanks>" }, "#send form");

        done.Text.ShouldContain(queued);
        done.Document.QuerySelector("form[method=get] input[name='From']")!.GetAttribute("value").ShouldBe(reads == "fa" ? "۱۴۰۵/۰۷/۰۹" : "2026-10-01", "the days stand as the reader writes them");
        (await StateInFileAsync(acme)).ShouldBe(("STM-1405-00001", "Waiting"));
        await RunJobsAsync(times: 2);
        var mail = Mails().ShouldHaveSingleItem("it is sent once, whoever runs the job again");
        foreach (var part in (string[])[title, closing, "Acme", "With &lt;thanks&gt;", "arman", "INV-1405-00001", writes == "fa" ? "۹٬۰۰۰" : "9,000", $"dir=\"{(writes == "fa" ? "rtl" : "ltr")}\""])
        {
            mail.ShouldContain(part);
        }
        mail.Contains("application/pdf", StringComparison.Ordinal).ShouldBe(Get<PdfPrinter>().Chromium is not null);
        (await StateInFileAsync(acme)).ShouldBe(("STM-1405-00001", "Sent"));
        var sent = await reza.GetAsync((await reza.GetAsync($"/Crm/Customers/File/{acme}")).Document.QuerySelector("a[href*='mailId=']")!.GetAttribute("href")!);
        sent.Document.QuerySelectorAll("#mails a").ShouldHaveSingleItem();
        sent.Document.QuerySelector("#send input[name='From']")!.GetAttribute("value").ShouldBe("2026-10-01");
    }

    [Fact]
    public async Task A_wrong_address_is_refused_in_words_and_keeps_what_was_typed()
    {
        var acme = await Given.Customer();
        using var reza = await SignedIn("reza");
        var page = await reza.GetAsync($"/Accounting/Statements/{acme}");

        var refused = await page.SubmitAsync(new() { ["Mail.Email"] = "nobody", ["Mail.Message"] = "Kept" }, "#send form");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Text);
        refused.Text.ShouldContain("is not a valid e-mail address");
        refused.TextOf("#send textarea").ShouldBe("Kept");
        (await As.Admin(() => Get<IStatementMailAppService>().GetOfPartyAsync(acme))).ShouldBeEmpty();
        (await Should.ThrowAsync<BusinessException>(() => As.Admin(() => Get<IStatementMailAppService>().SendAsync(new SendStatementDto
        {
            PartyId = acme, Email = _address, From = Given.Day, To = Given.Day.AddDays(-1),
        })))).Code.ShouldBe(AccountingErrorCodes.StatementDaysReversed);
    }

    [Fact]
    public async Task Who_may_not_send_or_is_under_notice_is_offered_nothing_and_what_he_queued_does_not_go()
    {
        var acme = await Given.Customer();
        await As.Finance(() => Get<IStatementMailAppService>().SendAsync(new SendStatementDto { PartyId = acme, Email = _address, From = Given.Day, To = Given.Day }));
        await As.Admin(() => Get<ISettingManager>().SetAsync(LeaverSettings.IsUnderNotice, "true", "U", As.IdOf("reza").ToString()));
        using var reza = await SignedIn("reza");

        var page = await reza.GetAsync($"/Accounting/Statements/{acme}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Has("#send form").ShouldBeFalse();
        await RunJobsAsync();
        Mails().ShouldBeEmpty();
    }

    private async Task<(string Number, string State)> StateInFileAsync(Guid party)
    {
        var panel = (await As.Finance(() => Get<ICustomerFileAppService>().GetAsync(party))).Panels.Single(panel => panel.Key == "statement");
        return (panel.Rows.ShouldHaveSingleItem().Number, panel.Rows[0].Status);
    }

    private async Task RunJobsAsync(int times = 1)
    {
        List<BackgroundJobRecord> queued;
        using (Get<IDataFilter>().Disable<IMultiTenant>())
        {
            using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
            queued = await Get<IRepository<BackgroundJobRecord, Guid>>().GetListAsync(job => job.JobName == "Accounting.StatementMail");
            await unitOfWork.CompleteAsync();
        }
        queued.ShouldNotBeEmpty();
        foreach (var job in Enumerable.Repeat(queued, times).SelectMany(all => all))
        {
            var args = System.Text.Json.JsonSerializer.Deserialize<StatementMailArgs>(job.JobArgs, new System.Text.Json.JsonSerializerOptions { PropertyNameCaseInsensitive = true })!;
            await using var scope = App.Services.CreateAsyncScope();
            using var tenant = Get<ICurrentTenant>().Change(args.TenantId);
            await As.Nobody(() => scope.ServiceProvider.GetRequiredService<StatementMailJob>().ExecuteAsync(args));
        }
    }

    /// <summary>Mails to this test's address, with their parts decoded.</summary>
    private List<string> Mails() => [.. Directory.CreateDirectory(Get<DataFolder>().Outbox).GetFiles("*.eml").Select(file => Decoded(File.ReadAllText(file.FullName))).Where(mail => mail.Contains(_address, StringComparison.Ordinal))];

    private static string Decoded(string mail) => Regex.Replace(mail, @"(?:^[A-Za-z0-9+/]{60,}\r?\n)+[A-Za-z0-9+/=]*", part =>
        Encoding.UTF8.GetString(Convert.FromBase64String(part.Value.Replace("\r", "").Replace("\n", ""))), RegexOptions.Multiline);
}
