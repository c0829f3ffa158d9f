using System.Text.Json;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>What became of a command, as the journal keeps it to be given again when its key is sent again.</summary>
/// <param name="Outcome">done, refused or scheduled.</param>
/// <param name="Code">The machine word of a refusal, else null.</param>
/// <param name="Why">Why it was refused, else null.</param>
/// <param name="Input">The number of its input.</param>
/// <param name="AtMs">The world time it is stamped with.</param>
/// <param name="Case">The case it concerned or opened, if any.</param>
/// <param name="Version">That case's version afterwards, where it is known.</param>
public sealed record StoredAnswer(string Outcome, string? Code, Name? Why, long Input, long AtMs, long? Case = null, int? Version = null)
{
    /// <summary>Carried out.</summary>
    public const string Done = "done";

    /// <summary>Not carried out; <see cref="Why"/> says why.</summary>
    public const string Refused = "refused";

    /// <summary>Durable, and carried out at its time.</summary>
    public const string Scheduled = "scheduled";

    /// <summary>The answer as people get it.</summary>
    public CommandAnswer ToContract() => new(Outcome, Why, Input, AtMs, Case, Version);

    internal string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    internal static StoredAnswer FromJson(string text) => JsonSerializer.Deserialize<StoredAnswer>(text, JsonSerializerOptions.Web)!;
}
