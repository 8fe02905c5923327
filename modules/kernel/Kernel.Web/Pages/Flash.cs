using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kernel.Web;

/// <summary>A message shown once: kept over a redirect, drawn by the next page's <c>ui-toast</c> or sent along with the next fragment.</summary>
internal static class Flash
{
    private const string TextKey = "Toast", ToneKey = "ToastTone";

    public static void Keep(ITempDataDictionary temp, string message, string tone) => (temp[TextKey], temp[ToneKey]) = (message, tone);

    /// <summary>What was to be said did not come about.</summary>
    public static void Forget(ITempDataDictionary temp) => temp.Remove(TextKey);

    public static (string Message, string Tone)? Take(ITempDataDictionary temp) =>
        temp[TextKey] is string message ? (message, temp[ToneKey] as string ?? "good") : null;

    public static void SendTo(HttpResponse response, ITempDataDictionary temp)
    {
        if (Take(temp) is var (message, tone))
        {
            Send(response, message, tone);
        }
    }

    /// <summary>The header is ASCII: the serializer escapes all else.</summary>
    public static void Send(HttpResponse response, string message, string tone) =>
        response.Headers["HX-Trigger"] = JsonSerializer.Serialize(new Dictionary<string, object> { ["ui-toast"] = new { message, tone } });
}
