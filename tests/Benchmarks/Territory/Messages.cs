using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>To a cell: something happens there now.</summary>
internal record struct Happen(long Number) : IMessage
{
    public static ushort Kind => 1;
}

/// <summary>To an officer: a case is yours.</summary>
internal record struct Assign(Case Case) : IMessage
{
    public static ushort Kind => 2;
}

/// <summary>To an officer: you have reached the case.</summary>
internal record struct Reach(Case Case) : IMessage
{
    public static ushort Kind => 3;
}

/// <summary>To an officer: you have finished with the case.</summary>
internal record struct Finish(Case Case) : IMessage
{
    public static ushort Kind => 4;
}

/// <summary>To an officer: your shift is over.</summary>
internal record struct GoOffDuty(long Day) : IMessage
{
    public static ushort Kind => 5;
}

/// <summary>To a department: a case is passed on to you.</summary>
internal record struct PassOn(Case Case) : IMessage
{
    public static ushort Kind => 6;
}

/// <summary>To a department: one of your servers has finished with a case.</summary>
internal record struct Resolve(Case Case) : IMessage
{
    public static ushort Kind => 7;
}
