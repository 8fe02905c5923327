namespace Microsoft.AspNetCore.Http;

public static class AbpHttpRequestExtensions
{
    public static bool IsAjax(this HttpRequest request) =>
        string.Equals(request.Query["X-Requested-With"], "XMLHttpRequest", StringComparison.Ordinal)
        || string.Equals(request.Headers.XRequestedWith, "XMLHttpRequest", StringComparison.Ordinal);

    public static bool CanAccept(this HttpRequest request, string contentType) =>
        request.Headers.Accept.ToString().Contains(contentType, StringComparison.OrdinalIgnoreCase);
}
