namespace GridGov.Twin.Journal.Tests.Stores;

/// <summary>Compares batches part by part: a record compares its lists by reference.</summary>
internal static class Same
{
    public static void ShouldBeSame(this Batch batch, Batch other)
    {
        (batch.From, batch.To, batch.EventHash).ShouldBe((other.From, other.To, other.EventHash));
        batch.Inputs.ShouldBe(other.Inputs);
        batch.Events.Count.ShouldBe(other.Events.Count);
        for (var i = 0; i < batch.Events.Count; i++)
        {
            batch.Events[i].Equals(other.Events[i]).ShouldBeTrue();
        }

        batch.Commands.ShouldBe(other.Commands);
    }
}
