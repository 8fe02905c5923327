using System.IO.Compression;
using System.Text;
using Kernel;
using Kernel.Imports;
using Kernel.Monetary;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Localization;
using Xunit;

namespace Modules.Tests.Kernel;

/// <summary>Each test has a database of its own.</summary>
public class ImportTests : IAsyncLifetime
{
    private readonly KernelTestApp app = new();
    private ImportWeather weather = null!;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        weather = await Tenant(services => Task.FromResult(services.GetRequiredService<ImportWeather>()));
    }

    public Task DisposeAsync() => app.DisposeAsync();

    public static TheoryData<string, string, string> Forms => new()
    {
        { "utf-8", ",", "\n" }, { "utf-8-bom", ",", "\r\n" }, { "utf-16", "\t", "\r\n" }, { "utf-16BE", ";", "\n" },
        { "windows-1256", ";", "\r\n" }, { "utf-8", "\t", "\r" }, { "utf-8", ";", "\n" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_file_is_read_in_whatever_form_it_comes(string encoding, string delimiter, string newLine)
    {
        var text = string.Join(newLine, new[] { "شماره;مبلغ;یادداشت", "الف-1;12.50;\"خط; یک\"", "الف-2;3;", "" })
            .Replace(';', delimiter[0]).Replace("ی", encoding == "windows-1256" ? "ي" : "ی");
        var progress = await Run(Encode(text, encoding));

        (progress.State, progress.Created, progress.Refused).ShouldBe((ImportState.Completed, 2, 0));
        progress.Encoding.ShouldBe(encoding == "utf-8-bom" ? "utf-8" : encoding);
        progress.Delimiter.ShouldBe(delimiter);
        (await Papers()).ShouldBe([("الف-1", 1250, 1), ("الف-2", 300, 1)]);
    }

    [Fact]
    public async Task A_compressed_file_is_read_as_the_plain_one()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("number,amount\nA,1\nB,2\n"));
        }
        (await Run(packed.ToArray())).Created.ShouldBe(2);
    }

    [Fact]
    public async Task A_damaged_archive_fails_with_words_and_keeps_what_was_read()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(File(100)));
        }
        var bytes = packed.ToArray();
        bytes[bytes.Length / 2] ^= 0xFF;
        var progress = await Run(bytes);
        progress.State.ShouldBe(ImportState.Failed);
        progress.Failure.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_same_file_sent_twice_makes_no_doubles()
    {
        var file = "number,amount\nA,1\nA,2\nB,5\n";
        (await Run(file)).Created.ShouldBe(3);
        var again = await Run(file);
        (again.Created, again.Unchanged, again.Rows).ShouldBe((0, 3, 3));
        var corrected = await Run("number,amount\nA,1\nA,3\nB,5\n");
        (corrected.Updated, corrected.Unchanged).ShouldBe((2, 1));
        (await Papers()).ShouldBe([("A", 400, 2), ("B", 500, 1)]);
    }

    [Fact]
    public async Task A_bad_row_refuses_its_group_stops_nothing_and_can_be_mended_and_sent_again()
    {
        var progress = await Run("""
            number,amount,note
            A,1,
            A,x,
            A,3,
            B,2,"two
            lines"
            C,1,rule
            D,4,bug
            E,5
            F,6,"not closed
            G,7,
            H,8,a"b
            """);

        (progress.State, progress.Rows, progress.Created, progress.Refused).ShouldBe((ImportState.Completed, 10, 1 + 1, 8));
        progress.RefusedByReason.ShouldBe(new Dictionary<string, long>
        {
            [KernelErrorCodes.Imports.InvalidValue] = 1, [KernelErrorCodes.Imports.GroupRefused] = 2 + 1,
            [KernelErrorCodes.InvalidDate] = 1, [KernelErrorCodes.Imports.Unexpected] = 1,
            [KernelErrorCodes.Imports.WrongFieldCount] = 1, [KernelErrorCodes.Imports.BrokenQuotes] = 1,
        }, ignoreOrder: true);
        (await Papers()).ShouldBe([("B", 200, 1), ("H", 800, 1)]);

        var lines = System.IO.File.ReadAllLines(progress.ErrorFile!);
        lines[0].ShouldBe("number,amount,note,error_line,error_code,error_reason");
        lines[1].ShouldBe("A,1,,2,Kernel:Import.GroupRefused,\"Refused together with line 3, to which it belongs.\"");
        lines[2].ShouldStartWith("A,x,,3,Kernel:Import.InvalidValue,«x» is not a valid value for «amount».");
        lines.Length.ShouldBe(1 + 8);
        lines[6].ShouldStartWith("E,5,,9,Kernel:Import.WrongFieldCount,");
        lines[7].ShouldStartWith("\"F,6,\"\"not closed\",,,10,Kernel:Import.BrokenQuotes,");

        var mended = System.IO.File.ReadAllText(progress.ErrorFile!).Replace("A,x", "A,2").Replace(",rule,", ",,").Replace(",bug,", ",,")
            .Replace("\"F,6,\"\"not closed\",,,", "F,6,closed,");
        var second = await Run(mended);
        (second.Created, second.Refused).ShouldBe((8, 0));
        (await Papers()).ShouldBe([("A", 600, 3), ("B", 200, 1), ("C", 100, 1), ("D", 400, 1), ("E", 500, 1), ("F", 600, 1), ("G", 700, 1), ("H", 800, 1)]);
    }

    [Fact]
    public async Task Reasons_are_given_in_the_language_of_who_sent_the_file()
    {
        ImportProgress progress;
        using (CultureHelper.Use("fa"))
        {
            progress = await Run("number,amount\nA,x\n");
        }
        System.IO.File.ReadAllText(progress.ErrorFile!).ShouldContain("«x» برای «amount» پذیرفتنی نیست.");
        System.IO.File.ReadAllBytes(progress.ErrorFile!).Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
    }

    [Fact]
    public async Task A_few_broken_bytes_refuse_their_rows_and_do_not_turn_the_file_into_gibberish()
    {
        var text = "number,amount,note\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"شماره {i},1,یادداشت\n"));
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[^3] = 0xFF;
        var progress = await Run(bytes);
        (progress.Encoding, progress.Created, progress.Refused).ShouldBe(("utf-8", 99, 1));
        progress.RefusedByReason.Keys.ShouldBe([KernelErrorCodes.Imports.BrokenCharacters]);
    }

    [Theory]
    [InlineData("name,amount\nA,1\n", "number")]
    [InlineData("", "empty")]
    [InlineData("PK\u0003\u0004 not a text file", "number")]
    public async Task A_file_that_is_something_else_is_refused_as_a_whole(string text, string reason)
    {
        var progress = await Run(text);
        progress.State.ShouldBe(ImportState.Failed);
        progress.Failure!.ShouldContain(reason);
        (await Papers()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_importer_is_refused_before_anything_is_kept() =>
        (await Should.ThrowAsync<BusinessException>(() => Tenant(services =>
            services.GetRequiredService<IImportManager>().StartAsync("nothing", new MemoryStream(), "x.csv")))).Code.ShouldBe(KernelErrorCodes.Imports.UnknownImporter);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public async Task A_killed_import_goes_on_at_its_checkpoint_with_nothing_lost_and_nothing_twice(int killedBatch)
    {
        var runId = await Start(File(100));
        var batch = 0;
        weather.AfterBatch = _ =>
        {
            if (++batch == killedBatch)
            {
                throw new OperationCanceledException("The machine goes down between write and commit.");
            }
        };
        await Should.ThrowAsync<OperationCanceledException>(() => Job(runId));
        var killed = await Progress(runId);
        killed.State.ShouldBe(ImportState.Running);
        killed.Rows.ShouldBeLessThan(250);
        killed.Created.ShouldBe((await Papers()).Sum(paper => paper.Lines));
        if (killed.ErrorFile is not null)
        {
            await System.IO.File.AppendAllTextAsync(killed.ErrorFile, "half a line of a batch that was never commit");
        }

        weather.AfterBatch = _ => { };
        await Job(runId);
        await Job(runId); // the job's own row outlived it

        var resumed = await Progress(runId);
        var papers = await Papers();
        var errors = await System.IO.File.ReadAllTextAsync(resumed.ErrorFile!);
        var undisturbedId = await Start(File(100), KernelTestApp.OtherTenant);
        await Job(undisturbedId, KernelTestApp.OtherTenant);
        var undisturbed = await Progress(undisturbedId, KernelTestApp.OtherTenant);
        resumed.ShouldBeEquivalentTo(undisturbed with
        {
            Id = resumed.Id, StartedAt = resumed.StartedAt, FinishedAt = resumed.FinishedAt, ErrorFile = resumed.ErrorFile,
        });
        papers.ShouldBe(await Papers(KernelTestApp.OtherTenant));
        errors.ShouldBe(await System.IO.File.ReadAllTextAsync(undisturbed.ErrorFile!));
    }

    [Fact]
    public async Task A_cancelled_import_stops_between_batches_and_can_be_resumed()
    {
        var runId = await Start(File(100));
        var batches = 0;
        weather.AfterBatch = _ =>
        {
            if (++batches == 2)
            {
                Imports(imports => imports.CancelAsync(runId)).GetAwaiter().GetResult(); // in the batch's own transaction
            }
        };
        await Job(runId);
        var cancelled = await Progress(runId);
        (cancelled.State, cancelled.IsFinished, batches).ShouldBe((ImportState.Cancelled, true, 2));
        cancelled.Rows.ShouldBeInRange(20, 30);

        await Job(runId);
        (await Progress(runId)).Rows.ShouldBe(cancelled.Rows);
        await Imports(imports => imports.ResumeAsync(runId));
        await Job(runId);
        ((await Progress(runId)).State, (await Progress(runId)).Rows).ShouldBe((ImportState.Completed, 250));
    }

    [Fact]
    public async Task A_running_import_cannot_be_resumed()
    {
        var runId = await Start(File(1));
        (await Should.ThrowAsync<BusinessException>(() => Imports(imports => imports.ResumeAsync(runId)))).Code.ShouldBe(KernelErrorCodes.Imports.StillRunning);
    }

    [Fact]
    public async Task Two_workers_with_one_import_do_nothing_twice()
    {
        var runId = await Start(File(100));
        var isOther = false;
        weather.AfterBatch = _ =>
        {
            if (!isOther)
            {
                isOther = true;
                throw new InvalidOperationException("The first worker stumbles, and another one does the whole work meanwhile.");
            }
        };
        await Task.WhenAll(Job(runId), Task.Run(() => Job(runId)));
        var progress = await Progress(runId);
        (progress.Rows, progress.Created + progress.Refused).ShouldBe((250, 250));
        progress.Created.ShouldBe((await Papers()).Sum(paper => paper.Lines));
        System.IO.File.ReadAllLines(progress.ErrorFile!).Length.ShouldBe(1 + (int)progress.Refused);
    }

    [Fact]
    public async Task Another_tenants_import_does_not_exist()
    {
        var runId = await Start("number,amount\nA,1\n");
        await Should.ThrowAsync<Volo.Abp.Domain.Entities.EntityNotFoundException>(() => Progress(runId, KernelTestApp.OtherTenant));
    }

    /// <summary>Papers of one to four lines, each seventh with a bad row.</summary>
    private static string File(int papers)
    {
        var text = new StringBuilder("number,amount,note\n");
        for (var i = 0; i < papers; i++)
        {
            for (var line = 0; line <= i % 4; line++)
            {
                text.Append($"P-{i:000},{(i % 7 == 3 && line == 0 ? "wrong" : $"{i}.{line}5")},\n");
            }
        }
        return text.ToString();
    }

    private static byte[] Encode(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16BE" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1256)!.GetBytes(text),
    };

    private Task<ImportProgress> Run(string text) => Run(Encoding.UTF8.GetBytes(text));

    private async Task<ImportProgress> Run(byte[] file)
    {
        var runId = await Start(file, KernelTestApp.Tenant);
        await Job(runId);
        return await Progress(runId);
    }

    private Task<Guid> Start(string text, Guid? tenant = null) => Start(Encoding.UTF8.GetBytes(text), tenant);

    private Task<Guid> Start(byte[] file, Guid? tenant) => app.Outside(services =>
        services.GetRequiredService<IImportManager>().StartAsync("papers", new MemoryStream(file), "papers.csv"), tenant ?? KernelTestApp.Tenant);

    private Task Job(Guid runId, Guid? tenant = null) => app.Outside(async services =>
    {
        await services.GetRequiredService<ImportJob>().ExecuteAsync(new RunImportArgs { RunId = runId, TenantId = tenant ?? KernelTestApp.Tenant });
        return 0;
    }, tenant ?? KernelTestApp.Tenant);

    private Task<ImportProgress> Progress(Guid runId, Guid? tenant = null) => app.Outside(services =>
        services.GetRequiredService<IImportManager>().GetProgressAsync(runId), tenant ?? KernelTestApp.Tenant);

    private Task Imports(Func<IImportManager, Task> work) => Tenant(async services =>
    {
        await work(services.GetRequiredService<IImportManager>());
        return 0;
    });

    private Task<T> Tenant<T>(Func<IServiceProvider, Task<T>> work) => app.Outside(work, KernelTestApp.Tenant);

    private Task<List<(string Number, long Amount, int Lines)>> Papers(Guid? tenant = null) => app.Work(async services =>
        (await services.GetRequiredService<IRepository<Paper, Guid>>().GetListAsync())
            .OrderBy(paper => paper.Number, StringComparer.Ordinal).Select(paper => (paper.Number, paper.Total.Amount, paper.Lines)).ToList(),
        tenant ?? KernelTestApp.Tenant);
}
