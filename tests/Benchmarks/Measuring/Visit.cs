using Invoicing.Documents;
using System.Net;
using AngleSharp.Html.Parser;
using Testing;

namespace Benchmarks.Measuring;

/// <summary>What a signed-in visitor asks the product, and the same asked of the floor.</summary>
/// <param name="IsFragment">Asked as htmx does.</param>
/// <param name="IsUsedUp">Each request takes what none can take again, so it is warmed up shortly.</param>
/// <param name="IsFile">The form leads to a file, a line a row, which is what is compared.</param>
internal record BenchTask(
    string Name, Func<int, string> Product, Func<int, string> Floor, bool IsFragment = false, Func<int, IEnumerable<KeyValuePair<string, string>>>? Form = null, bool IsFile = false, bool IsUsedUp = false)
{
    public HttpRequestMessage AskFloor(int index) => new(Form is null ? HttpMethod.Get : HttpMethod.Post, Floor(index));
}

/// <summary>The administrator, signed in.</summary>
/// <remarks>Takes the cookie that the product renews once a minute, as a browser does: with the old one each request is checked against the database.</remarks>
internal sealed class Visit(Uri address, CookieContainer jar, string token)
{
    private string _cookies = jar.GetCookieHeader(address);

    public static async Task<Visit> BeginAsync(Uri address)
    {
        var jar = new CookieContainer();
        using var visitor = new WebVisitor(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, address, jar);
        await visitor.SignInAsync("admin", "fa");
        var form = await visitor.GetAsync(DocumentUrls.New(DocumentKind.Quote));
        var token = new HtmlParser().ParseDocument(form.Html).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new Visit(address, jar, token);
    }

    public HttpRequestMessage Ask(BenchTask task, int index) =>
        task.Form is { } form ? Post(task.Product(index), form(index), task.IsFragment) : Get(task.Product(index), task.IsFragment);

    public void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var cookies)) { return; }
        foreach (var cookie in cookies) { jar.SetCookies(address, cookie); }
        _cookies = jar.GetCookieHeader(address);
    }

    public HttpRequestMessage Post(string url, IEnumerable<KeyValuePair<string, string>> fields, bool isFragment = false)
    {
        var message = Get(url, isFragment);
        message.Method = HttpMethod.Post;
        message.Content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        return message;
    }

    public HttpRequestMessage Get(string url, bool isFragment)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url);
        message.Headers.Add("Cookie", _cookies);
        if (isFragment) { message.Headers.Add("HX-Request", "true"); }
        return message;
    }
}
