namespace GridGov.Twin.Engine.Queue;

/// <summary>A key and the slot of the letter it belongs to.</summary>
internal readonly struct Entry(Key key, int slot)
{
    public readonly Key Key = key;
    public readonly int Slot = slot;
}
