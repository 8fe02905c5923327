using Microsoft.AspNetCore.Http;

namespace Kernel.Web;

public static class HtmxRequest
{
    /// <summary>Asks for a part of a page: by htmx, and neither by a boosted link nor to restore the history.</summary>
    public static bool IsForFragment(this HttpRequest request) =>
        Has(request, "HX-Request") && !Has(request, "HX-Boosted") && !Has(request, "HX-History-Restore-Request");

    private static bool Has(HttpRequest request, string header) => request.Headers[header] == "true";
}
