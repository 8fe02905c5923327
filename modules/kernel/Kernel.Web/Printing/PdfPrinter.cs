using System.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Volo.Abp;
using Volo.Abp.DependencyInjection;

namespace Kernel.Printing;

/// <summary>
/// Prints pages to PDF with the Chromium of this machine (<c>Workspace:Chromium</c> or <c>CRM_CHROMIUM</c> names it, else it is looked for
/// where packages put it). The page is printed from a folder of its own that holds it and its style sheet: nothing is fetched.
/// </summary>
public class PdfPrinter(IConfiguration configuration, IWebHostEnvironment environment) : ISingletonDependency
{
    private const string Assets = "/_content/Kernel.Web/dist/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly SemaphoreSlim AtOnce = new(2);

    private static readonly string?[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Null where there is none: then only the browser of the reader prints.</summary>
    public string? Chromium { get; } = UsualPlaces
        .Prepend(Environment.GetEnvironmentVariable("CRM_CHROMIUM")).Prepend(configuration["Workspace:Chromium"]).FirstOrDefault(File.Exists);

    /// <param name="html">A whole page that needs no script.</param>
    /// <exception cref="BusinessException">There is no Chromium, or it did not print in time.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellation = default)
    {
        if (Chromium is null)
        {
            throw new BusinessException(KernelErrorCodes.NoChromium);
        }
        var folder = Directory.CreateTempSubdirectory("workspace-print-").FullName;
        await AtOnce.WaitAsync(cancellation);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "page.html"), html.Replace($"\"{Assets}", "\"./"), cancellation);
            await CopyAssetsAsync(environment.WebRootFileProvider.GetDirectoryContents(Assets), folder, cancellation);
            await RunAsync(folder, cancellation);
            return await File.ReadAllBytesAsync(Path.Combine(folder, "page.pdf"), cancellation);
        }
        finally
        {
            AtOnce.Release();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CopyAssetsAsync(IEnumerable<IFileInfo> files, string folder, CancellationToken cancellation)
    {
        foreach (var file in files.Where(file => !file.IsDirectory && Path.GetExtension(file.Name) is (".css" or ".woff2")))
        {
            await using var from = file.CreateReadStream();
            await using var to = File.Create(Path.Combine(folder, file.Name));
            await from.CopyToAsync(to, cancellation);
        }
    }

    private async Task RunAsync(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Chromium!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])
            [
                "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-extensions", "--no-pdf-header-footer",
                $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={Path.Combine(folder, "page.pdf")}", .. Unsandboxed(),
                new Uri(Path.Combine(folder, "page.html")).AbsoluteUri,
            ])
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(Patience);
        try
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(late.Token), process.StandardError.ReadToEndAsync(late.Token), process.WaitForExitAsync(late.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        if (!File.Exists(Path.Combine(folder, "page.pdf")))
        {
            throw new BusinessException(KernelErrorCodes.PrintFailed);
        }
    }

    /// <summary>As root Chromium refuses to start with its sandbox; what it prints is our own page without script.</summary>
    private static string[] Unsandboxed() => Environment.UserName == "root" ? ["--no-sandbox"] : [];
}
