using System.Text.RegularExpressions;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Planning;

/// <summary>
/// What findings say, in both languages: the sentences of experiment files and of how scenario files are written. What has no Chinese words here
/// is told as it is.
/// </summary>
internal static partial class FindingWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["the file is empty"] = "文件为空",
        ["the file is not there"] = "文件不存在",
        ["the file cannot be read"] = "文件无法读取",
        ["the file is not UTF-8 text"] = "文件不是 UTF-8 文本",
        ["the file is too large"] = "文件过大",
        ["the file extends itself"] = "文件扩展了自身",
        ["this is not YAML"] = "不是有效的 YAML",
        ["a line is indented with a tab"] = "缩进用了制表符",
        ["a key must be a single word"] = "键必须是单个词",
        ["the nesting is too deep"] = "嵌套过深",
        ["unknown key"] = "未知的键",
        ["a list is expected here"] = "此处应为列表",
        ["a mapping is expected here"] = "此处应为键值对",
        ["a single value is expected here"] = "此处应为单个值",
        ["a word is expected here"] = "此处应为一个词",
        ["the value cannot be read"] = "无法理解该值",
        ["the item is empty"] = "该项为空",
        ["the number must not be negative"] = "数值不得为负",
        ["the number is out of range"] = "数值超出范围",
        ["an unknown word"] = "未知的词",
        ["an unknown kind"] = "未知的案件类别",
        ["an unknown desk"] = "未知的席位",
        ["an unknown rhythm"] = "未知的时间规律",
        ["an unknown action"] = "未知的动作",
        ["no distribution"] = "没有给出分布",
        ["more than one distribution"] = "给出了多个分布",
        ["the mean is zero"] = "均值为零",
        ["the variant has no scenario"] = "该方案没有情景",
        ["no such measure in any variant"] = "任何方案都没有该指标",
        ["no such variant"] = "没有该方案",
        ["the most replications are fewer than the least"] = "最多重复次数少于最少重复次数",
        ["batches cut one long replication, so nothing else stops it"] = "分批是切开一次长运行，不能再有其他停止规则",
        ["the batches of one long run have no mirrored twins"] = "一次长运行的各批没有镜像",
        ["until-chosen needs decide.matters"] = "until-chosen 需要 decide.matters",
        ["after the warm-up not even a day is left to count"] = "预热期之后不足一天可供统计",
        ["there are no proofs"] = "没有自证文件",
    };

    /// <summary>A finding's message in both languages.</summary>
    public static Name Of(string message)
    {
        var parts = Placed().Match(message);
        var (place, said) = (parts.Groups["place"].Value, parts.Groups["said"].Value);
        return new Name(Chinese(said) is { } words ? place + words : message, message);
    }

    private static string? Chinese(string said) =>
        Known.GetValueOrDefault(said)
        ?? (Missing().Match(said) is { Success: true } missing ? $"缺少键 {missing.Groups["key"].Value}" : null)
        ?? (Twice().Match(said) is { Success: true } twice ? $"第 {twice.Groups["line"].Value} 行已有该键" : null)
        ?? (said.StartsWith("this is not YAML: ", StringComparison.Ordinal) ? $"不是有效的 YAML：{said["this is not YAML: ".Length..]}" : null);

    // A message may begin with the key it is about.
    [GeneratedRegex(@"^(?<place>[^\s:]+: )?(?<said>.*)$", RegexOptions.Singleline)]
    private static partial Regex Placed();

    [GeneratedRegex("^the key (?<key>.+) is missing$")]
    private static partial Regex Missing();

    [GeneratedRegex("^the key stands on line (?<line>[0-9]+) already$")]
    private static partial Regex Twice();
}
