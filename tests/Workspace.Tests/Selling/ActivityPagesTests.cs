using System.Globalization;
using System.Net;
using Crm.Activities;
using Crm.Meetings;
using Kernel.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Emailing;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Selling;

public class ActivityPagesTests : WorkspaceTest<WorkspaceModule>
{
    /// <summary>Tomorrow: a browser keeps its cookies by the real clock.</summary>
    private static readonly DateTime Start = DateTime.UtcNow.Date.AddDays(1).AddHours(8);
    private static readonly string Day = Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("fa", "یادآوری: Visit")]
    [InlineData("en", "Reminder: Visit")]
    public async Task The_bell_counts_what_is_new_and_opening_it_marks_it_as_read(string language, string words)
    {
        var soon = DateTime.UtcNow.AddMinutes(10);
        await PlanAsync(remind: (int)(Start - soon).TotalMinutes);
        using var sara = await SignedIn("sara", language);
        (await sara.GetAsync("/Crm/MyDay")).Has(".ui-bell-count").ShouldBeFalse();

        TestClock.Fixed = soon.AddMinutes(2);
        await using (var scope = App.Services.CreateAsyncScope()) { await scope.ServiceProvider.GetRequiredService<ReminderRound>().RunAsync(); }

        (await sara.GetAsync("/Crm/MyDay")).Has(".ui-bell-count").ShouldBeTrue();
        var list = await sara.GetAsync("/Notifications");
        list.TextOf("#notifications").ShouldContain(words);
        var opened = await list.SubmitAsync(new() { ["id"] = list.Document.QuerySelector("[data-notification]")!.GetAttribute("data-notification")! }, "form[action*='handler=Open']");
        opened.Url.ShouldStartWith("/Crm/Activities/Details/");
        opened.Has(".ui-bell-count").ShouldBeFalse();
        (await sara.GetFragmentAsync("/Notifications?handler=Bell")).Has("#ui-bell").ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_reads_or_marks_what_another_was_told()
    {
        await As.Sales(async () =>
        {
            using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
            await Get<INotifications>().RaiseAsync([new Notice(As.IdOf("sara"), "Crm", "Meeting:IsOff", ["Secret", Start], null)]);
            await unitOfWork.CompleteAsync();
        });
        using var nima = await SignedIn("nima");
        (await nima.GetAsync("/Notifications")).Text.ShouldNotContain("Secret");
        var id = await As.Sales(async () =>
        {
            using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
            return (await Get<IUserNotifications>().GetListAsync()).Rows[0].Id;
        });
        await As.User("nima", async () =>
        {
            using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
            await Get<IUserNotifications>().ReadAsync(id);
            await Get<IUserNotifications>().ReadAllAsync();
            await unitOfWork.CompleteAsync();
        });
        (await As.Sales(async () =>
        {
            using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
            return await Get<IUserNotifications>().CountUnreadAsync();
        })).ShouldBe(1);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task Somebody_out_there_answers_by_the_link_in_his_mail_without_an_account(string language)
    {
        var meeting = await PlanAsync(online: "https://meet.example/abc", location: "Hall 3");
        await As.Sales(() => Get<IMeetingAppService>().InviteAsync(meeting, new InviteDto { UserId = As.IdOf("nima") }));
        using var sara = await SignedIn("sara", language);
        var page = await sara.GetAsync($"/Crm/Activities/Details/{meeting}");
        page = await page.SubmitAsync(new() { ["Invite.Email"] = "Neda@Acme.example", ["Invite.Name"] = "Neda" }, "form[action*='handler=Invite']");
        page.TextOf("#attendees").ShouldContain("Neda");
        var mail = await MailAsync("neda@acme.example");
        mail.Calendar.ShouldContain("METHOD:REQUEST");
        mail.Calendar.ShouldContain("ORGANIZER;CN=");
        mail.Calendar.ShouldContain("mailto:neda@acme.example");
        mail.Calendar.ShouldContain("https://meet.example/abc");
        foreach (var property in (string[])["DESCRIPTION", "URL", "X-ALT-DESC;FMTTYPE=text/html"])
        {
            mail.Calendar.Split("\r\n").First(line => line.StartsWith(property + ":", StringComparison.Ordinal)).ShouldContain(mail.Link, Case.Sensitive, "calendar programs show the way to answer");
        }
        mail.Calendar.ShouldContain(language == "fa" ? "از اینجا پاسخ دهید" : "Answer here");
        mail.Calendar.ShouldContain($"DTSTART:{Start:yyyyMMdd}T080000Z");
        mail.All.ShouldNotContain("nima@", Case.Insensitive);
        mail.All.ShouldNotContain("Acme Ltd", Case.Insensitive, "the customer is nobody's business");

        using var neda = Visitor();
        var door = await neda.GetAsync(mail.Link);
        door.Status.ShouldBe(HttpStatusCode.OK);
        door.Text.ShouldContain("Visit");
        door.Text.ShouldContain("Hall 3");
        door.Html.ShouldContain("https://meet.example/abc");
        door.Html.ShouldNotContain("@acme.example");
        door.Html.ShouldNotContain("@arman.example");
        door.Html.ShouldNotContain("Acme Ltd");
        var answered = await door.SubmitAsync(new() { ["Comment"] = "by train", ["answer"] = "Accepted" }, "#answer");
        answered.Status.ShouldBe(HttpStatusCode.OK);

        (await sara.GetAsync($"/Crm/Activities/Details/{meeting}")).TextOf("#attendees").ShouldContain("by train");
        (await sara.GetAsync("/Notifications")).TextOf("#notifications").ShouldContain("Neda");
    }

    [Theory]
    [InlineData("en", "One is invited at a time")]
    [InlineData("fa", "هر بار یکی دعوت می‌شود")]
    public async Task A_colleague_and_an_address_in_one_form_are_refused_and_what_was_typed_stays(string language, string words)
    {
        var meeting = await PlanAsync();
        using var sara = await SignedIn("sara", language);
        var page = await sara.GetAsync($"/Crm/Activities/Details/{meeting}");

        page = await page.SubmitAsync(new() { ["Invite.UserIdText"] = "nima", ["Invite.Email"] = "neda@acme.example", ["Invite.Name"] = "Neda" }, "form[action*='handler=Invite']");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain(words);
        page.Document.QuerySelector("[name='Invite.UserIdText']")!.GetAttribute("value").ShouldBe("nima");
        page.Document.QuerySelector("[name='Invite.Email']")!.GetAttribute("value").ShouldBe("neda@acme.example");
        page.Document.QuerySelector("[name='Invite.Name']")!.GetAttribute("value").ShouldBe("Neda");
        (await As.Sales(() => Get<IMeetingAppService>().GetAttendeesAsync(meeting))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Say whether you will come", "Your answer is noted")]
    [InlineData("fa", "بگویید که می‌آیید", "پاسخ شما ثبت شد")]
    public async Task An_answer_that_says_nothing_or_too_much_is_refused_and_the_comment_stays(string language, string missing, string noted)
    {
        var meeting = await PlanAsync();
        await As.Sales(() => Get<IMeetingAppService>().InviteAsync(meeting, new InviteDto { UserId = As.IdOf("admin") }));
        using var admin = await SignedIn("admin", language);
        var page = await admin.GetAsync($"/Crm/Activities/Details/{meeting}");

        var refused = await page.SubmitAsync(new() { ["Answer.Comment"] = "by train", ["Answer.Answer"] = "None" }, "form[action*='handler=Answer']");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain(missing);
        refused.Document.QuerySelector("[name='Answer.Comment']")!.GetAttribute("value").ShouldBe("by train");
        var tooLong = new string('x', MeetingConsts.MaxCommentLength + 1);
        refused = await page.SubmitAsync(new() { ["Answer.Comment"] = tooLong, ["Answer.Answer"] = "Declined" }, "form[action*='handler=Answer']");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("[name='Answer.Comment']")!.GetAttribute("value").ShouldBe(tooLong);
        (await As.Sales(() => Get<IMeetingAppService>().GetAttendeesAsync(meeting))).Single().Answer.ShouldBe(AttendeeAnswer.None);

        page = await page.SubmitAsync(new() { ["Answer.Comment"] = "by train", ["Answer.Answer"] = "Declined" }, "form[action*='handler=Answer']");
        page.Text.ShouldContain(noted);
        page.Document.QuerySelector("[name='Answer.Comment']")!.GetAttribute("value").ShouldBe("by train");
        (await As.Sales(() => Get<IMeetingAppService>().GetAttendeesAsync(meeting))).Single().Answer.ShouldBe(AttendeeAnswer.Declined);
    }

    [Fact]
    public async Task A_link_that_was_changed_or_taken_back_is_not_found()
    {
        var meeting = await PlanAsync();
        await As.Sales(() => Get<IMeetingAppService>().InviteAsync(meeting, new InviteDto { Email = "neda@acme.example" }));
        var mail = await MailAsync("neda@acme.example");
        using var visitor = Visitor();
        (await visitor.GetAsync(mail.Link[..^2] + (mail.Link[^2] == 'A' ? "BB" : "AA"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/Crm/Invitations/nonsense")).Status.ShouldBe(HttpStatusCode.NotFound);

        var attendee = (await As.Sales(() => Get<IMeetingAppService>().GetAttendeesAsync(meeting))).Single();
        await As.Sales(() => Get<IMeetingAppService>().WithdrawAsync(meeting, attendee.Id));

        (await visitor.GetAsync(mail.Link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await MailAsync("neda@acme.example", "METHOD:CANCEL")).Calendar.ShouldContain("STATUS:CANCELLED");
    }

    [Fact]
    public async Task A_reminder_that_is_sent_late_goes_only_to_whom_it_still_concerns()
    {
        var meeting = await PlanAsync();
        var meetings = Get<IMeetingAppService>();
        foreach (var user in (string[])["nima", "reza", "admin"]) { await As.Sales(() => meetings.InviteAsync(meeting, new InviteDto { UserId = As.IdOf(user) })); }
        await As.Finance(() => meetings.AnswerAsync(meeting, new AnswerInvitationDto { Answer = AttendeeAnswer.Declined }));
        var admin = (await As.Sales(() => meetings.GetAttendeesAsync(meeting))).Single(attendee => attendee.UserId == As.IdOf("admin"));
        await As.Sales(() => meetings.WithdrawAsync(meeting, admin.Id));

        foreach (var user in (string[])["sara", "nima", "reza", "admin", "guest"]) { await RemindAsync(meeting, user); }
        RemindedOf("Visit").ShouldBe(["nima", "sara"]);

        await As.Admin(() => WorkAsync(async () => (await Get<IRepository<Activity, Guid>>().GetAsync(meeting)).HandOver(As.IdOf("nima"))));
        await RemindAsync(meeting, "sara");
        await RemindAsync(meeting, "nima");
        RemindedOf("Visit").ShouldBe(["nima", "sara"], "one was owner and is not, the other is owner and does not see the customer");
        await As.Admin(() => Get<Parties.Parties.IPartyAppService>().SetOwnerAsync(_customer, As.IdOf("nima")));
        await RemindAsync(meeting, "nima");
        RemindedOf("Visit").ShouldBe(["nima", "nima", "sara"]);
    }

    [Fact]
    public async Task An_invitation_of_nobody_with_an_address_has_no_organiser_to_answer()
    {
        var meeting = await PlanAsync();
        await As.Admin(() => WorkAsync(async () => (await Get<IRepository<Activity, Guid>>().GetAsync(meeting)).HandOver(Guid.NewGuid())));
        await As.Sales(() => Get<IMeetingAppService>().InviteAsync(meeting, new InviteDto { Email = "neda@acme.example" }));

        await RunJobsAsync();

        var mail = Mails("neda@acme.example").ShouldHaveSingleItem();
        mail.ShouldContain("/Crm/Invitations/");
        mail.ShouldNotContain("VCALENDAR");
        mail.ShouldNotContain("ORGANIZER");
    }

    [Fact]
    public async Task A_moved_meeting_is_sent_again_with_a_higher_number_and_one_that_is_off_is_called_off_once()
    {
        var meeting = await PlanAsync();
        await As.Sales(() => Get<IMeetingAppService>().InviteAsync(meeting, new InviteDto { Email = "neda@acme.example" }));
        await As.Sales(() => Get<IActivityAppService>().RescheduleAsync(meeting, new RescheduleActivityDto { DueOn = DateOnly.FromDateTime(Start).AddDays(1), StartsAt = Start.AddDays(1) }));
        var moved = await MailAsync("neda@acme.example", "SEQUENCE:1");
        moved.Calendar.ShouldContain($"DTSTART:{Start.AddDays(1):yyyyMMdd}T080000Z");
        Mails("neda@acme.example").Count(mail => mail.Contains("METHOD:REQUEST", StringComparison.Ordinal)).ShouldBe(1, "the first was overtaken before it was sent");

        using var sara = await SignedIn("sara");
        var page = await (await sara.GetAsync($"/Crm/Activities/Details/{meeting}")).SubmitAsync(new() { ["Cancel.Reason"] = "snow" }, "form[action*='handler=Cancel']");
        page.Text.ShouldContain("Called off");
        (await MailAsync("neda@acme.example", "METHOD:CANCEL")).Calendar.ShouldContain("SEQUENCE:2");
        using var visitor = Visitor();
        var door = await visitor.GetAsync(moved.Link);
        door.Has("#answer").ShouldBeFalse();
        door.Text.ShouldContain("called off");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task Who_is_busy_is_shown_near_the_meeting_whatever_day_is_asked_for(string language)
    {
        var meeting = await PlanAsync();
        using var sara = await SignedIn("sara", language);
        foreach (var on in (string[])["0001-01-01", "9999-12-31", Day])
        {
            var page = await sara.GetAsync($"/Crm/Activities/Details/{meeting}?On={on}");
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Has("#busy").ShouldBeTrue();
        }
        var due = DateOnly.FromDateTime(Start);
        var links = (await sara.GetAsync($"/Crm/Activities/Details/{meeting}?On={Day}")).Document.QuerySelectorAll("#busy a").Select(link => link.GetAttribute("href"));
        links.ShouldBe([FormattableString.Invariant($"?On={due.AddDays(-1):yyyy-MM-dd}"), FormattableString.Invariant($"?On={due.AddDays(1):yyyy-MM-dd}")]);
    }

    [Fact]
    public async Task A_check_list_is_kept_brought_and_ticked_without_any_script()
    {
        using var admin = await SignedIn("admin");
        var list = await (await admin.GetAsync("/Crm/Settings/CheckLists")).SubmitAsync(new() { ["New.Name"] = "Before a visit" }, "form[action*='handler=New']");
        list.Url.ShouldStartWith("/Crm/Settings/CheckList/");
        list = await list.SubmitAsync(new() { ["Item.Text"] = "Have samples", ["Item.IsMandatory"] = "true" }, "form[action*='handler=Add']");
        list.Text.ShouldContain("Have samples");

        var meeting = await PlanAsync();
        using var sara = await SignedIn("sara");
        var page = await sara.GetAsync($"/Crm/Activities/Details/{meeting}");
        page = await page.SubmitAsync([], "form[action*='handler=ApplyCheck']");
        page.TextOf("#checks").ShouldContain("0 of 1");
        await list.SubmitAsync(new() { ["Name.Name"] = "Before each visit" }, "form[action*='handler=Name']");
        page = await sara.GetAsync($"/Crm/Activities/Details/{meeting}");
        page.Has("form[action*='handler=ApplyCheck']").ShouldBeFalse("it is there already, whatever it is called now");
        var refused = await page.SubmitAsync([], "form[action*='handler=Complete']");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("«Have samples»");
        page = await page.SubmitAsync(new() { ["itemId"] = page.Document.QuerySelector("[data-check]")!.GetAttribute("data-check")! }, "form[action*='handler=Tick']");
        page.TextOf("#checks").ShouldContain("1 of 1");
    }

    [Fact]
    public async Task What_is_planned_is_changed_in_one_form_and_bad_input_changes_nothing()
    {
        var meeting = await PlanAsync();
        using var sara = await SignedIn("sara");
        var page = await sara.GetAsync($"/Crm/Activities/Details/{meeting}");
        var refused = await page.SubmitAsync(new() { ["Edit.Subject"] = "Second visit", ["Edit.OnlineUrl"] = "javascript:alert(1)" }, "form[action*='handler=Edit']");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("#Edit_Subject")!.GetAttribute("value").ShouldBe("Second visit", "what was typed stays");
        (await sara.GetAsync($"/Crm/Activities/Details/{meeting}")).TextOf("h1").ShouldContain("Visit");

        page = await page.SubmitAsync(new() { ["Edit.Subject"] = "Second visit", ["Edit.Remind.Before"] = "60", ["Edit.IsPrivate"] = "true" }, "form[action*='handler=Edit']");
        page.TextOf("h1").ShouldContain("Second visit");
        page.TextOf("#facts").ShouldContain("one hour before");
        using var admin = await SignedIn("admin");
        (await admin.GetAsync($"/Crm/Activities/Details/{meeting}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetAsync($"/Crm/Calendar?View=Day&On={Day}&Everyone=true")).TextOf("#calendar").ShouldContain("Busy");
        (await admin.GetAsync($"/Crm/Calendar?View=Day&On={Day}&Everyone=true")).Text.ShouldNotContain("Second visit");
    }

    [Theory]
    [InlineData("fa", "می‌آید")]
    [InlineData("en", "comes")]
    public async Task An_answer_that_came_by_mail_is_recorded_by_hand_or_read_from_its_file_without_any_script(string language, string comes)
    {
        var meeting = await PlanAsync();
        await As.Sales(() => Get<IMeetingAppService>().InviteAsync(meeting, new InviteDto { Email = "neda@acme.example", Name = "Neda" }));
        using var sara = await SignedIn("sara", language);
        var page = await sara.GetAsync($"/Crm/Activities/Details/{meeting}");

        var refused = await page.SubmitAsync(new() { ["Record.Comment"] = "by train" }, "form[action*='handler=Record']");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelectorAll("#record[open] .ui-error").Length.ShouldBe(2);
        refused.Document.QuerySelector("[name='Record.Comment']")!.GetAttribute("value").ShouldBe("by train");

        var neda = page.Document.QuerySelector("[data-attendee]")!.GetAttribute("data-attendee")!;
        page = await page.SubmitAsync(new() { ["Record.AttendeeId"] = neda, ["Record.Answer"] = "Accepted", ["Record.Comment"] = "by train" }, "form[action*='handler=Record']");
        page.TextOf("#attendees").ShouldContain(comes);
        page.TextOf("#attendees").ShouldContain(language == "fa" ? "ثبت از" : "recorded by");
    }

    private Guid _customer;

    private async Task<Guid> PlanAsync(int? remind = null, string? online = null, string? location = null)
    {
        var acme = _customer = await Given.Customer("Acme Ltd");
        return await As.Sales(() => Get<IActivityAppService>().PlanAsync(new PlanActivityDto
        {
            PartyId = acme, Kind = ActivityKind.Meeting, Subject = "Visit", DueOn = DateOnly.FromDateTime(Start), StartsAt = Start, RemindMinutes = remind, OnlineUrl = online, Location = location
        }));
    }

    /// <summary>Does what is queued, and gives the newest mail to somebody in which these words stand.</summary>
    private async Task<(string All, string Calendar, string Link)> MailAsync(string to, string words = "METHOD:REQUEST")
    {
        await RunJobsAsync();
        var mail = Mails(to).Last(one => one.Contains(words, StringComparison.Ordinal));
        var calendar = mail[mail.IndexOf("BEGIN:VCALENDAR", StringComparison.Ordinal)..].Replace("\r\n ", "", StringComparison.Ordinal);
        var link = System.Text.RegularExpressions.Regex.Match(mail, @"/Crm/Invitations/[\w-]+").Value;
        return (mail, calendar, link);
    }

    /// <summary>Mails to somebody of this test, the oldest first, with their parts decoded.</summary>
    private List<string> Mails(string to) => [.. new DirectoryInfo(Get<DataFolder>().Outbox).GetFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc)
        .Where(file => _before is null || !_before.Contains(file.Name)).Select(file => Decoded(File.ReadAllText(file.FullName))).Where(mail => mail.Contains(to, StringComparison.OrdinalIgnoreCase))];

    private HashSet<string>? _before;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Directory.CreateDirectory(Get<DataFolder>().Outbox);
        _before = [.. new DirectoryInfo(Get<DataFolder>().Outbox).GetFiles("*.eml").Select(file => file.Name)];
    }

    private static string Decoded(string mail) => System.Text.RegularExpressions.Regex.Replace(mail, @"(?:^[A-Za-z0-9+/]{60,}\r?\n)+[A-Za-z0-9+/=]*", part =>
        System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(part.Value.Replace("\r", "").Replace("\n", ""))), System.Text.RegularExpressions.RegexOptions.Multiline)
        .Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);

    /// <summary>Runs the mail of a reminder, as a job that was queued when it was due.</summary>
    private async Task RemindAsync(Guid activity, string user)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await As.Nobody(() => scope.ServiceProvider.GetRequiredService<Crm.Web.Mails.ReminderMailJob>().ExecuteAsync(
            new ReminderMailArgs { TenantId = As.TenantId, ActivityId = activity, UserId = As.IdOf(user) }));
    }

    /// <summary>Who was sent a reminder's mail, by name.</summary>
    private IEnumerable<string> RemindedOf(string subject) => ((string[])["sara", "nima", "reza", "admin", "guest"])
        .SelectMany(user => Mails($"{user}@").Where(mail => !mail.Contains("/Crm/Invitations/", StringComparison.Ordinal) && mail.Contains(subject, StringComparison.Ordinal)).Select(_ => user)).Order();

    private async Task WorkAsync(Func<Task> work)
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        await work();
        await unitOfWork.CompleteAsync();
    }

    private async Task RunJobsAsync()
    {
        List<BackgroundJobRecord> queued;
        using (Get<IDataFilter>().Disable<IMultiTenant>())
        {
            using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
            var jobs = Get<IRepository<BackgroundJobRecord, Guid>>();
            queued = [.. (await jobs.GetListAsync(job => job.JobName == "Crm.InvitationMail")).OrderBy(job => job.CreationTime)];
            await jobs.DeleteManyAsync(queued);
            await unitOfWork.CompleteAsync();
        }
        foreach (var job in queued)
        {
            var args = System.Text.Json.JsonSerializer.Deserialize<InvitationMailArgs>(job.JobArgs, new System.Text.Json.JsonSerializerOptions { PropertyNameCaseInsensitive = true })!;
            args.Address ??= "https://workspace.example";
            await using var scope = App.Services.CreateAsyncScope();
            using var tenant = Get<ICurrentTenant>().Change(args.TenantId);
            await scope.ServiceProvider.GetRequiredService<Crm.Web.Mails.InvitationMailJob>().ExecuteAsync(args);
        }
    }
}
