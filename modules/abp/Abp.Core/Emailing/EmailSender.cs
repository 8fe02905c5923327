using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace Volo.Abp.Emailing;

public interface IEmailSender
{
    Task SendAsync(string to, string? subject, string? body, bool isBodyHtml = true, AdditionalEmailSendingArgs? additionalEmailSendingArgs = null);
    Task SendAsync(string from, string to, string? subject, string? body, bool isBodyHtml = true, AdditionalEmailSendingArgs? additionalEmailSendingArgs = null);

    /// <param name="normalize">Whether a missing sender and encoding are filled in.</param>
    Task SendAsync(MailMessage mail, bool normalize = true);

    /// <summary>Sends from a background job: it is tried again when the server does not take it.</summary>
    Task QueueAsync(string to, string subject, string body, bool isBodyHtml = true, AdditionalEmailSendingArgs? additionalEmailSendingArgs = null);
    Task QueueAsync(string from, string to, string subject, string body, bool isBodyHtml = true, AdditionalEmailSendingArgs? additionalEmailSendingArgs = null);
}

public interface IEmailSenderConfiguration
{
    Task<string> GetDefaultFromAddressAsync();
    Task<string> GetDefaultFromDisplayNameAsync();
}

public class AdditionalEmailSendingArgs
{
    public List<string>? CC { get; set; }
    public List<EmailAttachment>? Attachments { get; set; }
    public ExtraPropertyDictionary? ExtraProperties { get; set; }
}

public class EmailAttachment
{
    public string? Name { get; set; }
    public byte[]? File { get; set; }
}

public class BackgroundEmailSendingJobArgs : IMultiTenant
{
    public Guid? TenantId { get; set; }
    public string? From { get; set; }
    public string To { get; set; } = default!;
    public string? Subject { get; set; }
    public string? Body { get; set; }
    public bool IsBodyHtml { get; set; } = true;
    public AdditionalEmailSendingArgs? AdditionalEmailSendingArgs { get; set; }
}

public class BackgroundEmailSendingJob(IEmailSender emailSender) : AsyncBackgroundJob<BackgroundEmailSendingJobArgs>, ITransientDependency
{
    protected IEmailSender EmailSender { get; } = emailSender;

    public override Task ExecuteAsync(BackgroundEmailSendingJobArgs args) => string.IsNullOrWhiteSpace(args.From)
        ? EmailSender.SendAsync(args.To, args.Subject, args.Body, args.IsBodyHtml, args.AdditionalEmailSendingArgs)
        : EmailSender.SendAsync(args.From, args.To, args.Subject, args.Body, args.IsBodyHtml, args.AdditionalEmailSendingArgs);
}

public abstract class EmailSenderBase : IEmailSender
{
    protected IEmailSenderConfiguration Configuration { get; }
    protected IBackgroundJobManager BackgroundJobManager { get; }
    protected ICurrentTenant CurrentTenant { get; }
    public ILogger<EmailSenderBase> Logger { get; set; } = NullLogger<EmailSenderBase>.Instance;

    protected EmailSenderBase(ICurrentTenant currentTenant, IEmailSenderConfiguration configuration, IBackgroundJobManager backgroundJobManager) =>
        (CurrentTenant, Configuration, BackgroundJobManager) = (currentTenant, configuration, backgroundJobManager);

    public virtual async Task SendAsync(
        string to, string? subject, string? body, bool isBodyHtml = true, AdditionalEmailSendingArgs? additionalEmailSendingArgs = null)
    {
        await ValidateEmailAddressAsync(to);
        await SendAsync(BuildMailMessage(null, to, subject, body, isBodyHtml, additionalEmailSendingArgs));
    }

    public virtual async Task SendAsync(
        string from, string to, string? subject, string? body, bool isBodyHtml = true, AdditionalEmailSendingArgs? additionalEmailSendingArgs = null)
    {
        await ValidateEmailAddressAsync(to);
        await SendAsync(BuildMailMessage(from, to, subject, body, isBodyHtml, additionalEmailSendingArgs));
    }

    public virtual async Task SendAsync(MailMessage mail, bool normalize = true)
    {
        if (normalize) { await NormalizeMailAsync(mail); }
        await SendEmailAsync(mail);
    }

    public virtual Task QueueAsync(
        string to, string subject, string body, bool isBodyHtml = true, AdditionalEmailSendingArgs? additionalEmailSendingArgs = null) =>
        QueueAsync(null!, to, subject, body, isBodyHtml, additionalEmailSendingArgs);

    public virtual async Task QueueAsync(
        string from, string to, string subject, string body, bool isBodyHtml = true, AdditionalEmailSendingArgs? additionalEmailSendingArgs = null)
    {
        await ValidateEmailAddressAsync(to);
        await BackgroundJobManager.EnqueueAsync(new BackgroundEmailSendingJobArgs
        {
            TenantId = CurrentTenant.Id, From = from, To = to, Subject = subject, Body = body, IsBodyHtml = isBodyHtml,
            AdditionalEmailSendingArgs = additionalEmailSendingArgs
        });
    }

    protected abstract Task SendEmailAsync(MailMessage mail);

    protected virtual MailMessage BuildMailMessage(
        string? from, string to, string? subject, string? body, bool isBodyHtml = true, AdditionalEmailSendingArgs? additionalEmailSendingArgs = null)
    {
        var mail = new MailMessage { To = { to }, Subject = subject, Body = body, IsBodyHtml = isBodyHtml };
        if (from is not null) { mail.From = new MailAddress(from); }
        foreach (var file in additionalEmailSendingArgs?.Attachments ?? [])
        {
            if (file.File is not null) { mail.Attachments.Add(new Attachment(new MemoryStream(file.File), file.Name)); }
        }
        foreach (var copy in additionalEmailSendingArgs?.CC ?? []) { mail.CC.Add(copy); }
        return mail;
    }

    protected virtual async Task NormalizeMailAsync(MailMessage mail)
    {
        if (string.IsNullOrEmpty(mail.From?.Address))
        {
            mail.From = new MailAddress(await Configuration.GetDefaultFromAddressAsync(), await Configuration.GetDefaultFromDisplayNameAsync(), Encoding.UTF8);
        }
        mail.HeadersEncoding ??= Encoding.UTF8;
        mail.SubjectEncoding ??= Encoding.UTF8;
        mail.BodyEncoding ??= Encoding.UTF8;
    }

    protected virtual Task ValidateEmailAddressAsync(string emailAddress) => MailAddress.TryCreate(emailAddress, out _)
        ? Task.CompletedTask
        : throw new ArgumentException($"Email address '{emailAddress}' is not valid!");
}

/// <summary>Logs instead of sending.</summary>
public class NullEmailSender(ICurrentTenant currentTenant, IEmailSenderConfiguration configuration, IBackgroundJobManager backgroundJobManager)
    : EmailSenderBase(currentTenant, configuration, backgroundJobManager)
{
    protected override Task SendEmailAsync(MailMessage mail)
    {
        Logger.LogWarning("An e-mail to {To} is not sent, since NullEmailSender is used: {Subject}", mail.To, mail.Subject);
        return Task.CompletedTask;
    }
}

public abstract class EmailSenderConfiguration(ISettingProvider settingProvider) : IEmailSenderConfiguration
{
    protected ISettingProvider SettingProvider { get; } = settingProvider;

    public Task<string> GetDefaultFromAddressAsync() => GetNotEmptySettingValueAsync(EmailSettingNames.DefaultFromAddress);
    public Task<string> GetDefaultFromDisplayNameAsync() => GetNotEmptySettingValueAsync(EmailSettingNames.DefaultFromDisplayName);

    /// <exception cref="AbpException">The setting is empty.</exception>
    protected async Task<string> GetNotEmptySettingValueAsync(string name) =>
        await SettingProvider.GetOrNullAsync(name) is { Length: > 0 } value ? value : throw new AbpException($"Setting value for '{name}' is null or empty!");
}
