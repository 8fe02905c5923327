namespace Workspace.SignIn.Sessions;

/// <summary>What a person calls the browser that sent a request: "Firefox · Windows".</summary>
internal static class DeviceName
{
    // The first that is found counts: Edge and Opera call themselves Chrome too, Chrome calls itself Safari.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("SamsungBrowser/", "Samsung Internet"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <returns>At most 64 characters.</returns>
    public static string Of(string? userAgent)
    {
        var known = new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>().ToList();
        return known.Count > 0 ? string.Join(" · ", known) : userAgent is { Length: > 0 } ? userAgent[..Math.Min(64, userAgent.Length)] : "?";
    }

    private static string? Find((string Sign, string Name)[] signs, string? userAgent) =>
        signs.FirstOrDefault(sign => userAgent?.Contains(sign.Sign, StringComparison.Ordinal) == true).Name;
}
