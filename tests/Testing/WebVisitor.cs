using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Workspace.Demonstration;

namespace Testing;

/// <summary>A person with a browser that runs no script: follows links, fills in forms, keeps cookies.</summary>
public sealed class WebVisitor : IDisposable
{
    private readonly CookieContainer _cookies;
    private readonly HttpClient _client;

    /// <param name="address">Where the workspace is; the test server's when left out.</param>
    /// <param name="cookies">Shared with a visitor of another node.</param>
    public WebVisitor(HttpMessageHandler handler, Uri? address = null, CookieContainer? cookies = null)
    {
        _cookies = cookies ?? new CookieContainer();
        _client = new HttpClient(new CookieHandler(_cookies, handler)) { BaseAddress = address ?? new Uri("http://localhost") };
    }

    public async Task SignInAsync(
        string user, string language, string organisation = DemonstrationData.TenantName, string password = DemonstrationData.Password)
    {
        _cookies.Add(new Cookie(".AspNetCore.Culture", Uri.EscapeDataString($"c={language}|uic={language}"), "/", _client.BaseAddress!.Host));
        var form = await GetAsync("/Account/Login");
        var answer = await form.SubmitAsync(new() { ["Input.Organisation"] = organisation, ["Input.UserName"] = user, ["Input.Password"] = password });
        if (answer.Url.Contains("/Account/Login", StringComparison.Ordinal)) { throw new InvalidOperationException($"{user} could not sign in: {answer.Text}"); }
    }

    public Task<WebAnswer> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    /// <summary>Asks as htmx does: for the fragment, not the page.</summary>
    public Task<WebAnswer> GetFragmentAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "HX-Request", "true" } } });

    internal Task<WebAnswer> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields, bool asFragment)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) };
        if (asFragment) { request.Headers.Add("HX-Request", "true"); }
        return SendAsync(request);
    }

    /// <summary>Sends any request with the visitor's cookies, without a form's token.</summary>
    public async Task<WebAnswer> SendAsync(HttpRequestMessage request)
    {
        for (var hop = 0; ; hop++)
        {
            var response = await _client.SendAsync(request);
            var url = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.ToString();
            if ((int)response.StatusCode is < 300 or >= 400 || hop > 8)
            {
                return new WebAnswer(this, url, response, await response.Content.ReadAsStringAsync());
            }
            request = new HttpRequestMessage(HttpMethod.Get, response.Headers.Location!);
        }
    }

    public void Dispose() => _client.Dispose();

    private sealed class CookieHandler(CookieContainer cookies, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var uri = request.RequestUri!;
            if (cookies.GetCookieHeader(uri) is { Length: > 0 } header) { request.Headers.Add("Cookie", header); }
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set) { cookies.SetCookies(uri, cookie); }
            }
            return response;
        }
    }
}

/// <summary>What came back, and what can be done with it.</summary>
public sealed class WebAnswer(WebVisitor visitor, string url, HttpResponseMessage response, string html)
{
    private IHtmlDocument? _document;

    public string Url => url;
    public HttpStatusCode Status => response.StatusCode;
    public System.Net.Http.Headers.HttpResponseHeaders Headers => response.Headers;
    public string Html => html;
    public IHtmlDocument Document => _document ??= new HtmlParser().ParseDocument(html);
    public bool IsWholePage => html.Contains("<html", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a person reads, without invisible direction marks and with single blanks.</summary>
    public string Text => TextOf(Document.Body);

    public string TextOf(string selector) => TextOf(Document.QuerySelector(selector));

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    /// <summary>Sends the page's form (the first posting one, or <paramref name="form"/>) with its own fields and the given ones.</summary>
    /// <param name="asFragment">As htmx sends it.</param>
    /// <param name="button">The button that is pressed, where it sends the form elsewhere.</param>
    public Task<WebAnswer> SubmitAsync(Dictionary<string, string> fields, string form = "form[method=post]:not([action*='/Logout']):not([action*='/display'])", string? button = null, bool asFragment = false)
    {
        var element = (IHtmlFormElement)(Document.QuerySelector(form) ?? throw new InvalidOperationException($"{url} has no form {form}: {Text}"));
        var values = element.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null && (i.Type is not ("checkbox" or "radio") || i.IsChecked) && i.Type != "submit")
            .Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Concat(element.Elements.OfType<IHtmlTextAreaElement>().Where(t => t.Name is not null).Select(t => KeyValuePair.Create(t.Name!, t.Value)))
            .Concat(element.Elements.OfType<IHtmlSelectElement>().Where(s => s.Name is not null).Select(s => KeyValuePair.Create(s.Name!, s.Value ?? "")))
            .Where(f => !fields.ContainsKey(f.Key))
            .Concat(fields);
        var action = button is null ? element.GetAttribute("action") : element.QuerySelector(button)!.GetAttribute("formaction");
        return visitor.PostAsync(string.IsNullOrEmpty(action) ? url : action, values, asFragment);
    }

    private static string TextOf(IElement? element) => element is null
        ? ""
        : string.Join(' ', element.TextContent.Replace("\u2066", "").Replace("\u2067", "").Replace("\u2068", "").Replace("\u2069", "").Replace("\u200e", "").Replace("\u200f", "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
