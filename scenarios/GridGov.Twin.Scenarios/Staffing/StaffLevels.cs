using System.Globalization;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>How many people each post of a plan has, in the plan's order. Equal numbers are equal levels.</summary>
public sealed class StaffLevels : IEquatable<StaffLevels>
{
    private readonly int[] _people;

    /// <summary>Levels of these numbers.</summary>
    public StaffLevels(IEnumerable<int> people) => _people = [.. people];

    /// <summary>The people of each post.</summary>
    public IReadOnlyList<int> People => _people;

    /// <summary>The people of a post.</summary>
    public int this[Post post] => _people[(post ?? throw new ArgumentNullException(nameof(post))).Index];

    /// <summary>The same but for one post.</summary>
    public StaffLevels With(Post post, int people)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new StaffLevels(_people.Select((before, index) => index == post.Index ? people : before));
    }

    /// <inheritdoc/>
    public bool Equals(StaffLevels? other) => other is not null && _people.AsSpan().SequenceEqual(other._people);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StaffLevels);

    /// <inheritdoc/>
    public override int GetHashCode() => _people.Aggregate(17, HashCode.Combine);

    /// <summary>The numbers with blanks between.</summary>
    public override string ToString() => string.Join(' ', _people.Select(people => people.ToString(CultureInfo.InvariantCulture)));
}
