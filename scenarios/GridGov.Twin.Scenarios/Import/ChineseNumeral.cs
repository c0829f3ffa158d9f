using System.Text;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>Whole numbers from 1 to 999 as Chinese numerals: 十二, 二十, 一百零三.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999);
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        var text = new StringBuilder();
        if (hundreds > 0)
            text.Append(Digits[hundreds]).Append('百');
        if (tens == 0 && hundreds > 0 && ones > 0)
            text.Append('零');
        if (tens > 1 || (tens == 1 && hundreds > 0))
            text.Append(Digits[tens]);
        if (tens > 0)
            text.Append('十');
        return ones > 0 ? text.Append(Digits[ones]).ToString() : text.ToString();
    }
}
