using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;

namespace Kernel.Components;

/// <summary>The workspace's own line icons, drawn on a 24 grid; a name ABP modules use ("fa fa-users") finds the nearest one.</summary>
public static class Icons
{
    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["home"] = "<path d='M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z'/>",
        ["customers"] = "<circle cx='9' cy='8' r='3.5'/><path d='M2.5 20c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.5M16 5.2a3.2 3.2 0 0 1 0 5.9M18 15c2 .7 3.1 2.3 3.5 5'/>",
        ["person"] = "<circle cx='12' cy='8' r='4'/><path d='M4.5 20c.8-3.9 3.7-6 7.5-6s6.7 2.1 7.5 6'/>",
        ["company"] = "<path d='M5 20V5a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v15M15 10h3a1 1 0 0 1 1 1v9M3 20h18M8.5 8h3M8.5 12h3M8.5 16h3'/>",
        ["box"] = "<path d='M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8'/>",
        ["warehouse"] = "<path d='M3 20V9l9-5 9 5v11M7 20v-8h10v8M7 16h10'/>",
        ["invoice"] = "<path d='M6 3.5h12V21l-3-1.8-3 1.8-3-1.8L6 21zM9.5 8h5M9.5 12h5'/>",
        ["quote"] = "<path d='M7 3.5h7l4 4V20a.8.8 0 0 1-.8.8H7a.8.8 0 0 1-.8-.8V4.3A.8.8 0 0 1 7 3.5zM14 3.5v4h4M9.5 12h5M9.5 16h3'/>",
        ["order"] = "<path d='M3 4.5h2.5L8 15.5h9.5l2-8H6.2'/><circle cx='9' cy='19' r='1.3'/><circle cx='16.5' cy='19' r='1.3'/>",
        ["payment"] = "<rect x='3' y='6' width='18' height='12' rx='1.5'/><circle cx='12' cy='12' r='2.6'/><path d='M6.5 9.5v0M17.5 14.5v0'/>",
        ["cheque"] = "<path d='M3 7h18v10H3zM6 13.5h6M15 13.5l1.2-1.5 1.2 1.5 1.2-1.5M6 10h3'/>",
        ["ledger"] = "<path d='M5 4.5h12.5A1.5 1.5 0 0 1 19 6v14H6.5A1.5 1.5 0 0 1 5 18.5zM5 18.5A1.5 1.5 0 0 1 6.5 17H19M9 8.5h6M9 12h4'/>",
        ["credit"] = "<path d='M6 3.5h12V21l-3-1.8-3 1.8-3-1.8L6 21zM14.5 10.5h-5M11.5 8l-2.5 2.5 2.5 2.5'/>",
        ["eye"] = "<path d='M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z'/><circle cx='12' cy='12' r='3'/>",
        ["chart"] = "<path d='M4 20h16M7 16v-5M12 16V6M17 16v-8'/>",
        ["call"] = "<path d='M5.5 4h3l1.5 4-2 1.6a11 11 0 0 0 6.4 6.4l1.6-2 4 1.5v3a1.5 1.5 0 0 1-1.6 1.5C10.5 19.5 4.5 13.5 4 5.6A1.5 1.5 0 0 1 5.5 4z'/>",
        ["meeting"] = "<rect x='4' y='5.5' width='16' height='14.5' rx='1.5'/><path d='M4 10h16M8.5 3.5v4M15.5 3.5v4M9 15l2 2 4-4'/>",
        ["task"] = "<rect x='4' y='4' width='16' height='16' rx='2'/><path d='M8.5 12.2l2.5 2.5 4.8-5.2'/>",
        ["note"] = "<path d='M5 4h14v10l-6 6H5zM13 20v-6h6M8.5 8.5h7M8.5 12h4'/>",
        ["email"] = "<rect x='3' y='5.5' width='18' height='13' rx='1.5'/><path d='M3.5 7l8.5 6 8.5-6'/>",
        ["message"] = "<path d='M4 5h16v11H10l-4.5 3.5V16H4z'/>",
        ["calendar"] = "<rect x='4' y='5.5' width='16' height='14.5' rx='1.5'/><path d='M4 10h16M8.5 3.5v4M15.5 3.5v4'/>",
        ["clock"] = "<circle cx='12' cy='12' r='8'/><path d='M12 7.5V12l3 2'/>",
        ["search"] = "<circle cx='11' cy='11' r='6'/><path d='M15.5 15.5 20 20'/>",
        ["plus"] = "<path d='M12 5v14M5 12h14'/>",
        ["edit"] = "<path d='M4.5 19.5l.8-4L16 4.8a1.2 1.2 0 0 1 1.7 0l1.5 1.5a1.2 1.2 0 0 1 0 1.7L8.5 18.7zM14 7l3 3'/>",
        ["trash"] = "<path d='M5 7h14M9.5 7V4.5h5V7M7 7l.8 13h8.4L17 7M10.5 11v5.5M13.5 11v5.5'/>",
        ["check"] = "<path d='M5 12.5l4.5 4.5L19 7.5'/>",
        ["close"] = "<path d='M6 6l12 12M18 6 6 18'/>",
        ["down"] = "<path d='M7 10l5 5 5-5'/>",
        ["forward"] = "<path class='ui-flip' d='M9.5 6l6 6-6 6'/>",
        ["back"] = "<path class='ui-flip' d='M14.5 6l-6 6 6 6'/>",
        ["more"] = "<circle cx='6' cy='12' r='.8'/><circle cx='12' cy='12' r='.8'/><circle cx='18' cy='12' r='.8'/>",
        ["menu"] = "<path d='M4 7h16M4 12h16M4 17h16'/>",
        ["filter"] = "<path d='M4 6h16M7 12h10M10 18h4'/>",
        ["settings"] = "<path d='M4 8h9M17 8h3M4 16h3M11 16h9'/><circle cx='15' cy='8' r='2'/><circle cx='9' cy='16' r='2'/>",
        ["alert"] = "<circle cx='12' cy='12' r='8.5'/><path d='M12 7.5v5.5M12 16.2v0'/>",
        ["info"] = "<circle cx='12' cy='12' r='8.5'/><path d='M12 11v5.5M12 7.8v0'/>",
        ["lock"] = "<rect x='5' y='10.5' width='14' height='9.5' rx='1.5'/><path d='M8 10.5V8a4 4 0 0 1 8 0v2.5'/>",
        ["empty"] = "<path d='M4 13l2.5-7.5h11L20 13v5.5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM4 13h4.5l1.5 2.5h4l1.5-2.5H20'/>",
        ["language"] = "<circle cx='12' cy='12' r='8.5'/><path d='M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17'/>",
        ["user"] = "<circle cx='12' cy='12' r='8.5'/><circle cx='12' cy='10' r='2.8'/><path d='M6.5 18.2c1-2.4 3-3.4 5.5-3.4s4.5 1 5.5 3.4'/>",
        ["exit"] = "<path class='ui-flip' d='M14 4.5H6a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h8M10.5 12H20M16.5 8l4 4-4 4'/>",
        ["location"] = "<path d='M12 21c-4.5-4.8-6.8-8.3-6.8-11.2a6.8 6.8 0 0 1 13.6 0C18.8 12.7 16.5 16.2 12 21z'/><circle cx='12' cy='10' r='2.4'/>",
        ["link"] = "<path d='M10 14a4 4 0 0 0 6 .4l3-3a4.2 4.2 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4.2 4.2 0 0 0 6 6l1-1'/>",
        ["download"] = "<path d='M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14'/>",
        ["upload"] = "<path d='M12 16V5M7.5 9.5 12 5l4.5 4.5M5 20h14'/>",
        ["print"] = "<path d='M7 9V4h10v5M7 16H4.5V9h15v7H17M7 13.5h10V20H7z'/>",
        ["tag"] = "<path d='M4 4h7.5L20 12.5 12.5 20 4 11.5z'/><circle cx='8' cy='8' r='1.2'/>",
        ["bell"] = "<path d='M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4'/>",
        ["shield"] = "<path d='M12 3.5l7 2.5v5.5c0 4.3-2.8 7.4-7 9-4.2-1.6-7-4.7-7-9V6z'/>",
        ["pin"] = "<path d='M9 4h6l-.8 6 3.3 3.5H6.5L9.8 10zM12 13.5V20'/>",
        ["undo"] = "<path class='ui-flip' d='M9 5 4.5 9.5 9 14M5 9.5h9a5.5 5.5 0 0 1 0 11h-3'/>",
        ["truck"] = "<path d='M3 6.5h11v10H3zM14 10h4l3 3.5v3h-7z'/><circle cx='7.5' cy='17.5' r='1.8'/><circle cx='17' cy='17.5' r='1.8'/>",
    };

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["users"] = "customers", ["address-book"] = "customers", ["handshake"] = "customers", ["building"] = "company", ["cubes"] = "box", ["cube"] = "box", ["boxes"] = "box", ["product"] = "box",
        ["file-invoice"] = "invoice", ["receipt"] = "invoice", ["file"] = "quote", ["shopping-cart"] = "order", ["money"] = "payment", ["money-bill"] = "payment", ["coins"] = "payment",
        ["book"] = "ledger", ["calculator"] = "ledger", ["phone"] = "call", ["envelope"] = "email", ["cog"] = "settings", ["cogs"] = "settings", ["wrench"] = "settings", ["add"] = "plus", ["save"] = "check",
        ["delete"] = "trash", ["remove"] = "trash", ["inventory"] = "box", ["accounting"] = "ledger", ["crm"] = "customers", ["activity"] = "task", ["activities"] = "task", ["people"] = "customers",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, IHtmlContent> Drawings = Shapes.ToFrozenDictionary(
        shape => shape.Key,
        shape => Markup.Raw($"<svg class='ui-icon' viewBox='0 0 24 24' aria-hidden='true' focusable='false'>{shape.Value}</svg>"));

    /// <summary>The icon's drawing; that of a tag where nobody knows the name.</summary>
    public static IHtmlContent Of(string? name)
    {
        var key = name is null ? "" : name[(name.LastIndexOf(' ') + 1)..].Replace("fa-", "", StringComparison.Ordinal);
        return Drawings.GetValueOrDefault(key) ?? Drawings[Known.GetValueOrDefault(key, "tag")];
    }
}
