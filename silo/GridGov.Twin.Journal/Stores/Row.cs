namespace GridGov.Twin.Journal.Stores;

/// <summary>One change to the database: a statement of <see cref="Sql"/> and what stands for $1, $2 …; null for nothing.</summary>
internal readonly record struct Row(string Statement, params object?[] Values);
