using System.Net.Mail;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Emailing;
using Volo.Abp.Emailing.Smtp;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace Workspace.Emailing;

/// <summary>
/// Sends by the mail server that the settings name. As long as <c>Abp.Mailing.Smtp.Host</c> has its default, no server is set, and each
/// mail becomes a file in the outbox folder; a server on this machine is named <c>localhost</c>.
/// </summary>
[Dependency(ReplaceServices = true)]
public class WorkspaceEmailSender(
    ICurrentTenant currentTenant, ISmtpEmailSenderConfiguration configuration, IBackgroundJobManager jobs, ISettingDefinitionManager settings,
    DataFolder data, ILogger<WorkspaceEmailSender> logger) : SmtpEmailSender(currentTenant, configuration, jobs)
{
    protected override async Task SendEmailAsync(MailMessage mail)
    {
        if (await SmtpConfiguration.GetHostAsync() != (await settings.GetAsync(EmailSettingNames.Smtp.Host)).DefaultValue)
        {
            await base.SendEmailAsync(mail);
            return;
        }
        Directory.CreateDirectory(data.Outbox);
        using var files = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = data.Outbox };
        await files.SendMailAsync(mail);
        logger.LogWarning("No mail server is set (setting {Setting}): the mail to {To} lies as a file in {Folder}", EmailSettingNames.Smtp.Host, mail.To, data.Outbox);
    }
}
