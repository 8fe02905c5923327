using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Workspace.SignIn.TwoFactor;

/// <summary>The secret that an authenticator app shares with us, as people bring it into the app.</summary>
internal static class AuthenticatorKey
{
    /// <summary>Four signs at a time, small: as the apps take it when it is typed.</summary>
    public static string InGroups(string key) => string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(group => new string(group)));

    /// <remarks>https://github.com/google/google-authenticator/wiki/Key-Uri-Format</remarks>
    public static string Uri(string key, string issuer, string userName) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(userName)}?secret={key}&issuer={System.Uri.EscapeDataString(issuer)}&digits=6";

    /// <summary>The address as a QR code, one path of an SVG.</summary>
    public static IHtmlContent Picture(string uri)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x]) { path.Append($"M{x} {y}h1v1h-1z"); }
            }
        }
        return new HtmlString($"<svg viewBox='0 0 {rows.Count} {rows.Count}' shape-rendering='crispEdges' aria-hidden='true'><path fill='#000' d='{path}'/></svg>");
    }
}
