namespace Accounting.Cheques;

public static class ChequeStates
{
    /// <returns>neutral, good, bad or info.</returns>
    public static string Tone(this ChequeState state) => state switch
    {
        ChequeState.Cleared => "good",
        ChequeState.Bounced => "bad",
        ChequeState.InCollection => "info",
        _ => "neutral",
    };
}
