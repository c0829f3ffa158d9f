namespace GridGov.Twin.Scenarios.Statistics;

/// <summary>
/// Whether the batches of one long run may be taken for independent observations: their correlation with the batch before.
/// </summary>
/// <param name="Count">How many batches.</param>
/// <param name="Correlation">The correlation of each batch with the one before, −1 to 1; 0 when all are equal.</param>
public sealed record BatchMeans(int Count, double Correlation)
{
    /// <summary>
    /// Whether the correlation is no more than chance gives independent batches in 95 of 100 cases (1.645 / √n, one-sided: only positive
    /// correlation makes intervals too narrow). If not, the batches are too short.
    /// </summary>
    public bool AreLongEnough => Correlation <= 1.645 / Math.Sqrt(Count);

    /// <summary>The check of a row of batch means; null for fewer than 8, which cannot show it.</summary>
    public static BatchMeans? Of(IReadOnlyList<double> means)
    {
        ArgumentNullException.ThrowIfNull(means);
        if (means.Count < 8)
        {
            return null;
        }

        var mean = means.Average();
        var squares = means.Sum(value => (value - mean) * (value - mean));
        var products = means.Zip(means.Skip(1), (one, next) => (one - mean) * (next - mean)).Sum();
        return new BatchMeans(means.Count, squares == 0 ? 0 : products / squares);
    }
}
