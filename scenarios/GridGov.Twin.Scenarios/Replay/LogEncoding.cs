using System.Text;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>The encodings a log may be written in. Bytes that mean nothing in an encoding are read as <see cref="Unknown"/> and told by row.</summary>
internal static class LogEncoding
{
    /// <summary>What stands for bytes that are no text.</summary>
    public const char Unknown = '\uFFFD';

    /// <summary>Their names in a mapping. GBK is the part of GB 18030 that older Chinese systems write, so both are read alike.</summary>
    public static IReadOnlyDictionary<string, bool> Words { get; } =
        new Dictionary<string, bool>(StringComparer.Ordinal) { ["utf-8"] = false, ["gb18030"] = true, ["gbk"] = true };

    /// <summary>UTF-8, or the Chinese encoding.</summary>
    public static Encoding Of(bool isChinese) => isChinese
        ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Unknown.ToString()))!
        : Encoding.UTF8;
}
