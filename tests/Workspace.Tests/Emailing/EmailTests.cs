using Volo.Abp.Emailing;
using Workspace;

namespace Workspace.Tests.Emailing;

public class EmailTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task As_long_as_no_mail_server_is_set_a_mail_lies_as_a_file_in_the_outbox()
    {
        var subject = $"Quote {Guid.NewGuid():N}";

        await Get<IEmailSender>().SendAsync("sara@arman.example", subject, "Here it is.");

        var mails = Directory.GetFiles(Get<DataFolder>().Outbox, "*.eml").Select(File.ReadAllText).Where(mail => mail.Contains(subject, StringComparison.Ordinal)).ToList();
        mails.ShouldHaveSingleItem().ShouldContain("sara@arman.example");
    }
}
