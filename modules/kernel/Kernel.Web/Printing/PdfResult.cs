using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Kernel.Printing;

/// <summary>The page that would be shown, as a PDF to keep.</summary>
public class PdfResult(string fileName) : PageResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var html = await DrawAsync(context);
        var pdf = await context.HttpContext.RequestServices.GetRequiredService<PdfPrinter>().PrintAsync(html, context.HttpContext.RequestAborted);
        await new FileContentResult(pdf, "application/pdf") { FileDownloadName = fileName }.ExecuteResultAsync(context);
    }

    private async Task<string> DrawAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var body = response.Body;
        using var drawn = new MemoryStream();
        response.Body = drawn;
        try
        {
            await base.ExecuteResultAsync(context);
        }
        finally
        {
            response.Body = body;
        }
        return Encoding.UTF8.GetString(drawn.ToArray());
    }
}
