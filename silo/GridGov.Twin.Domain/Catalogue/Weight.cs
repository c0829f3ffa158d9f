namespace GridGov.Twin.Domain.Catalogue;

/// <summary>How heavy a case is: small things stay in the grid, big things in the town, serious things in the district.</summary>
public enum Weight : byte
{
    /// <summary>小事.</summary>
    Small,

    /// <summary>大事.</summary>
    Big,

    /// <summary>重大.</summary>
    Serious,
}
