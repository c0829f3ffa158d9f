namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>Everything in the town that is left to chance, as the hand-written loop asks for it; times in milliseconds.</summary>
internal interface IFate
{
    /// <summary>Until the next case of a cell: exponential.</summary>
    long UntilNextCase(int cell);

    /// <summary>How urgent a cell's new case is, 0 the most.</summary>
    int Urgency(int cell);

    /// <summary>How long an officer handles a case: lognormal.</summary>
    long Handling(int officer);

    /// <summary>Whether an officer passes the case on that he has finished with.</summary>
    bool PassesOn(int officer);

    /// <summary>The department an officer passes a case on to: any one alike.</summary>
    int DepartmentFor(int officer);

    /// <summary>How long a department works on a case: lognormal.</summary>
    long DepartmentWork(int department);
}
