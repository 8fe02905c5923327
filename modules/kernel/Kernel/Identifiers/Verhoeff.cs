namespace Kernel.Identifiers;

/// <summary>Verhoeff's check digit, which finds every wrong digit and every exchange of neighbours.</summary>
public static class Verhoeff
{
    private static readonly int[] Inverse = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9];
    private static readonly int[] Turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

    /// <param name="digits">ASCII digits.</param>
    public static char CheckDigit(string digits) => (char)('0' + Inverse[Fold(digits, from: 1)]);

    /// <param name="digits">ASCII digits, the last of them the check digit.</param>
    public static bool IsValid(string digits) => digits.Length > 1 && digits.All(char.IsAsciiDigit) && Fold(digits, from: 0) == 0;

    private static int Fold(string digits, int from)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            for (var turn = 0; turn < (i + from) % 8; turn++)
            {
                digit = Turn[digit];
            }
            sum = Times(sum, digit);
        }
        return sum;
    }

    /// <summary>Multiplies in the group of the turns and flips of a pentagon: 0 to 4 turn, 5 to 9 flip.</summary>
    private static int Times(int one, int other) => (one < 5, other < 5) switch
    {
        (true, true) => (one + other) % 5,
        (true, false) => 5 + (one + other) % 5,
        (false, true) => 5 + (one - 5 - other + 5) % 5,
        _ => (one - other + 5) % 5,
    };
}
