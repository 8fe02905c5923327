using System.Net.Mail;
using Accounting.Localization;
using Accounting.Permissions;
using Accounting.Receivables;
using Invoicing.Settings;
using Kernel.Displaying;
using Kernel.Printing;
using Kernel.Rights;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Emailing;
using Volo.Abp.Localization;
using Volo.Abp.Security.Claims;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Accounting.StatementMails;

/// <summary>
/// Writes a statement in the language chosen for it and the organisation's calendar and unit: in the mail, and where Chromium is
/// installed as a PDF beside it. It is read in the name of who sends it, and says what is so when it goes.
/// </summary>
public class StatementMailJob(
    IRepository<StatementMail, Guid> mails, IReceivablesAppService receivables, IUserPrincipals principals, ICurrentPrincipalAccessor accessor, ReaderDisplays displays,
    PdfPrinter printer, IEmailSender sender, IPermissionChecker permissions, ISettingProvider settings, IStringLocalizer<AccountingResource> texts, IUnitOfWorkManager unitsOfWork, IClock clock)
    : AsyncBackgroundJob<StatementMailArgs>, ITransientDependency
{
    public override async Task ExecuteAsync(StatementMailArgs args)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        if (await principals.FindAsync(args.UserId) is not { } principal)
        {
            return;
        }
        StatementMail? waiting;
        StatementDto statement;
        using (accessor.Change(principal))
        {
            waiting = await mails.FindAsync(args.MailId);
            if (waiting is null or { SentAt: not null } || !await permissions.IsGrantedAsync(AccountingPermissions.Receivables.Send))
            {
                return;
            }
            statement = await receivables.GetStatementAsync(new StatementInput { PartyId = waiting.PartyId, Currency = waiting.Currency, From = waiting.From, To = waiting.To });
        }
        var display = await displays.GetAsync(waiting.Language);
        using (CultureHelper.Use(display.Language))
        {
            await SendAsync(waiting, new StatementPaper(statement, await GetSellerAsync() ?? args.Organisation ?? "", display, texts));
        }
        waiting.Sent(clock.Now);
        await unitOfWork.CompleteAsync();
    }

    private async Task SendAsync(StatementMail waiting, StatementPaper paper)
    {
        using var mail = new MailMessage { To = { new MailAddress(waiting.Email) }, Subject = paper.Title, Body = paper.ToHtml(waiting.Message), IsBodyHtml = true };
        if (printer.Chromium is not null)
        {
            mail.Attachments.Add(new Attachment(new MemoryStream(await printer.PrintAsync(paper.ToHtml(message: null))), $"{waiting.Number}.pdf", "application/pdf"));
        }
        await sender.SendAsync(mail);
    }

    /// <summary>As on printed documents; a host without our invoicing has no such setting.</summary>
    private async Task<string?> GetSellerAsync() =>
        (await settings.GetAllAsync([InvoicingSettings.Seller.Name])).FirstOrDefault()?.Value is { Length: > 0 } name ? name : null;
}
