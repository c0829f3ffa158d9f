using System.Text.Json;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// Keeps a world's pace and pause over a restart, in a small file of the data folder. They belong to the wall clock and not to the world, hence
/// not to its journal; a file that is gone or cannot be read costs nothing but the setting.
/// </summary>
internal sealed class PaceFile(string path, Pace firstPace, bool isPausedAtFirst = false)
{
    /// <summary>The file of a world in a folder.</summary>
    public static PaceFile Of(string folder, string world, Pace firstPace, bool isPausedAtFirst = false) =>
        new(Path.Combine(folder, $"{world}.pace.json"), firstPace, isPausedAtFirst);

    private sealed record Content(string Pace, bool Paused);

    public (Pace Pace, bool IsPaused) Read()
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(path))!;
            return (Pace.Parse(content.Pace), content.Paused);
        }
        catch (Exception fault) when (fault is IOException or JsonException or FormatException or UnauthorizedAccessException)
        {
            return (firstPace, isPausedAtFirst);
        }
    }

    public void Write(Pace pace, bool isPaused)
    {
        try
        {
            File.WriteAllText($"{path}.new", JsonSerializer.Serialize(new Content(pace.ToString(), isPaused)));
            File.Move($"{path}.new", path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A full disk is told by the journal.
        }
    }
}
