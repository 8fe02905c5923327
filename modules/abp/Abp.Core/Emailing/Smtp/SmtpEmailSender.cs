using System.Net;
using System.Net.Mail;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace Volo.Abp.Emailing.Smtp;

public interface ISmtpEmailSender : IEmailSender
{
    Task<SmtpClient> BuildClientAsync();
}

public interface ISmtpEmailSenderConfiguration : IEmailSenderConfiguration
{
    Task<string> GetHostAsync();
    Task<int> GetPortAsync();
    Task<string> GetUserNameAsync();
    Task<string> GetPasswordAsync();
    Task<string?> GetDomainAsync();
    Task<bool> GetEnableSslAsync();
    Task<bool> GetUseDefaultCredentialsAsync();
}

public class SmtpEmailSenderConfiguration(ISettingProvider settingProvider)
    : EmailSenderConfiguration(settingProvider), ISmtpEmailSenderConfiguration, ITransientDependency
{
    public Task<string> GetHostAsync() => GetNotEmptySettingValueAsync(EmailSettingNames.Smtp.Host);
    public Task<int> GetPortAsync() => SettingProvider.GetAsync<int>(EmailSettingNames.Smtp.Port);
    public Task<string> GetUserNameAsync() => GetNotEmptySettingValueAsync(EmailSettingNames.Smtp.UserName);
    public Task<string> GetPasswordAsync() => GetNotEmptySettingValueAsync(EmailSettingNames.Smtp.Password);
    public Task<string?> GetDomainAsync() => SettingProvider.GetOrNullAsync(EmailSettingNames.Smtp.Domain);
    public Task<bool> GetEnableSslAsync() => SettingProvider.GetAsync<bool>(EmailSettingNames.Smtp.EnableSsl);
    public Task<bool> GetUseDefaultCredentialsAsync() => SettingProvider.GetAsync<bool>(EmailSettingNames.Smtp.UseDefaultCredentials);
}

public class SmtpEmailSender(ICurrentTenant currentTenant, ISmtpEmailSenderConfiguration smtpConfiguration, IBackgroundJobManager backgroundJobManager)
    : EmailSenderBase(currentTenant, smtpConfiguration, backgroundJobManager), ISmtpEmailSender, ITransientDependency
{
    protected ISmtpEmailSenderConfiguration SmtpConfiguration { get; } = smtpConfiguration;

    public async Task<SmtpClient> BuildClientAsync()
    {
        var client = new SmtpClient(await SmtpConfiguration.GetHostAsync(), await SmtpConfiguration.GetPortAsync())
        {
            EnableSsl = await SmtpConfiguration.GetEnableSslAsync()
        };
        if (await SmtpConfiguration.GetUseDefaultCredentialsAsync())
        {
            client.UseDefaultCredentials = true;
            return client;
        }
        client.Credentials = new NetworkCredential(
            await SmtpConfiguration.GetUserNameAsync(), await SmtpConfiguration.GetPasswordAsync(), await SmtpConfiguration.GetDomainAsync() ?? "");
        return client;
    }

    protected override async Task SendEmailAsync(MailMessage mail)
    {
        using var client = await BuildClientAsync();
        await client.SendMailAsync(mail);
    }
}
