using System.Net;
using System.Net.Sockets;
using System.Text;
using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Emailing;
using Volo.Abp.Emailing.Smtp;
using Volo.Abp.SettingManagement;

namespace Abp.Tests.Behaviour;

/// <summary>Mail goes to the server of the settings, at once or from a job.</summary>
public class EmailTests(ShopApp shop) : IClassFixture<ShopApp>
{
    [Fact]
    public Task A_mail_reaches_the_server_that_the_settings_name() => shop.InScope(async services =>
    {
        using var server = new MailServer();
        await UseAsync(services, server);

        await services.GetRequiredService<IEmailSender>().SendAsync("sara@arman.example", "Quote 12", "<p>Here it is.</p>",
            additionalEmailSendingArgs: new AdditionalEmailSendingArgs { CC = ["reza@arman.example"], Attachments = [new EmailAttachment { Name = "quote.txt", File = "12"u8.ToArray() }] });

        var mail = await server.Received;
        mail.ShouldContain("MAIL FROM:<sales@arman.example>");
        mail.ShouldContain("RCPT TO:<sara@arman.example>");
        mail.ShouldContain("RCPT TO:<reza@arman.example>");
        mail.ShouldContain("Subject: Quote 12");
        mail.ShouldContain("text/html");
        mail.ShouldContain("quote.txt");
    });

    [Fact]
    public Task A_queued_mail_is_a_job_and_is_sent_when_the_job_runs() => shop.InScope(async services =>
    {
        await services.GetRequiredService<IEmailSender>().QueueAsync("sara@arman.example", "Queued", "Later");

        var args = (string)(await shop.Sql("SELECT JobArgs FROM AbpBackgroundJobs WHERE JobName = @0", typeof(BackgroundEmailSendingJobArgs).FullName!))[0][0]!;
        args.ShouldContain("\"to\":\"sara@arman.example\"");

        using var server = new MailServer();
        await UseAsync(services, server);
        var job = services.GetRequiredService<IOptions<AbpBackgroundJobOptions>>().Value.GetJob(typeof(BackgroundEmailSendingJobArgs));
        await services.GetRequiredService<IBackgroundJobExecuter>().ExecuteAsync(new JobExecutionContext(services, job.JobType,
            services.GetRequiredService<IBackgroundJobSerializer>().Deserialize(args, job.ArgsType)));

        (await server.Received).ShouldContain("Subject: Queued");
    });

    [Fact]
    public Task What_is_no_address_is_refused_before_anything_is_sent() => shop.InScope(async services =>
    {
        await Should.ThrowAsync<ArgumentException>(() => services.GetRequiredService<IEmailSender>().SendAsync("nobody", "Subject", "Body"));
        await Should.ThrowAsync<ArgumentException>(() => services.GetRequiredService<IEmailSender>().QueueAsync("nobody", "Subject", "Body"));
    });

    [Fact]
    public Task The_sender_is_the_SMTP_sender_unless_it_is_replaced() => shop.InScope(services =>
    {
        services.GetRequiredService<IEmailSender>().ShouldBeAssignableTo<ISmtpEmailSender>();
        return Task.CompletedTask;
    });

    private static async Task UseAsync(IServiceProvider services, MailServer server)
    {
        var settings = services.GetRequiredService<ISettingManager>();
        await settings.SetGlobalAsync(EmailSettingNames.Smtp.Host, "localhost");
        await settings.SetGlobalAsync(EmailSettingNames.Smtp.Port, server.Port.ToString());
        await settings.SetGlobalAsync(EmailSettingNames.DefaultFromAddress, "sales@arman.example");
    }

    /// <summary>A mail server that takes one mail and keeps what was said.</summary>
    private sealed class MailServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public MailServer()
        {
            _listener.Start();
            Received = Task.Run(TakeAsync);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;
        public Task<string> Received { get; }

        public void Dispose() => _listener.Stop();

        private async Task<string> TakeAsync()
        {
            using var client = await _listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
            var said = new StringBuilder();
            var isData = false;
            await writer.WriteLineAsync("220 shop");
            while (await reader.ReadLineAsync() is { } line)
            {
                said.AppendLine(line);
                if (isData && line != ".") { continue; }
                isData = line == "DATA";
                await writer.WriteLineAsync(isData ? "354 go on" : line == "QUIT" ? "221 bye" : line.StartsWith("EHLO", StringComparison.Ordinal) ? "250 shop" : "250 ok");
                if (line == ".") { break; }
            }
            return said.ToString();
        }
    }
}
