using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The person at one browser: language, theme, the name the audit log gets and the role acted in. Kept in the browser's cookies.</summary>
public sealed class Viewer
{
    /// <summary>The longest name the audit log takes.</summary>
    public const int LongestActor = 64;

    /// <summary>Something of it was changed.</summary>
    public event Action? Changed;

    /// <summary>zh or en.</summary>
    public string Lang { get; private set; } = "zh";

    /// <summary>dark or light.</summary>
    public string Theme { get; private set; } = "dark";

    /// <summary>The name for the audit log; the duty operator of the language where none was given.</summary>
    public string Actor => _actor.Length > 0 ? _actor : this[ViewerWords.DutyOperator];

    /// <summary>The role acted in, an id of the workflow; empty before one was chosen.</summary>
    public string Role { get; private set; } = "";

    /// <summary>The part taken in a drill: the world's name, a slash, and the player or <c>control</c>; empty before one was chosen.</summary>
    public string Part { get; private set; } = "";

    /// <summary>Whether the language is English.</summary>
    public bool IsEnglish => Lang == "en";

    private string _actor = "";

    /// <summary>The name in the viewer's language.</summary>
    public string this[Name name] => IsEnglish ? name.En : name.Zh;

    /// <summary>The name in the viewer's language as it begins a line.</summary>
    public string Head(Name name) => this[name] is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : "";

    /// <summary>Takes over what the browser kept; whatever is not understood is left as it was.</summary>
    public void Take(ViewerKeeps keeps)
    {
        Lang = keeps.Lang is "en" ? "en" : "zh";
        Theme = keeps.Theme is "light" ? "light" : "dark";
        Role = keeps.Role ?? "";
        Part = keeps.Part ?? "";
        _actor = Clean(keeps.Actor);
    }

    /// <summary>Changes some of it and tells those who show it.</summary>
    public ViewerKeeps Change(string? lang = null, string? theme = null, string? role = null, string? actor = null, string? part = null)
    {
        var keeps = new ViewerKeeps(lang ?? Lang, theme ?? Theme, role ?? Role, actor ?? _actor, part ?? Part);
        Take(keeps);
        Changed?.Invoke();
        return keeps with { Actor = _actor };
    }

    private static string Clean(string? actor)
    {
        var kept = new string([.. (actor ?? "").Where(c => !char.IsControl(c))]).Trim();
        return kept.Length <= LongestActor ? kept : kept[..LongestActor];
    }
}
