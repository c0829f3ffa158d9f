namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>
/// One tile of the tree: the file of its content, if it has one; how many metres what is seen of it may be off, which is 0 where nothing finer
/// follows; its box, which holds its children's; and whether the children take its place or join it.
/// </summary>
internal sealed record Tile(string? Content, double ErrorM, TileBox Box, IReadOnlyList<Tile> Children, bool IsReplaced = false);
