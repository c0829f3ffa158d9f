namespace GridGov.Twin.Cli.Printing;

/// <summary>Which names tables show.</summary>
internal enum Language
{
    /// <summary>中文 and English side by side.</summary>
    Both,

    /// <summary>中文.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}

/// <summary>Picks names by language.</summary>
internal static class Languages
{
    /// <summary>The words of the option <c>--lang</c>.</summary>
    public static IReadOnlyDictionary<string, Language> Words { get; } =
        new Dictionary<string, Language>(StringComparer.Ordinal) { ["both"] = Language.Both, ["zh"] = Language.Zh, ["en"] = Language.En };

    /// <summary>The name in the language; both where both are wanted and they differ.</summary>
    public static string Pick(this Language language, string zh, string en) => language switch
    {
        Language.Zh => zh,
        Language.En => en,
        _ => zh == en ? zh : $"{zh} {en}",
    };

    /// <summary>The same for column heads: the two names under each other.</summary>
    public static string Head(this Language language, string zh, string en) => language == Language.Both ? $"{zh}\n{en}" : language.Pick(zh, en);
}
