using GridGov.Twin.Engine.Time;
using GridGov.Twin.Orleans.Shell;

namespace GridGov.Twin.Orleans.Tests;

/// <summary>One grain's turns, whatever its storage and those who hand messages out do.</summary>
public class GrainShellTests
{
    private static readonly Instant Now = new(1_000);

    [Fact]
    public async Task A_message_that_is_handed_in_again_just_after_it_was_handled_is_not_waited_for_again()
    {
        using var silo = new LoneSilo(LoneSilo.Standing(Now));
        using var shell = silo.Shell(3);
        await shell.Load();
        var message = silo.Enter(3, Instant.Start);
        shell.Take([message]);
        await shell.Work();
        shell.Take([message]);
        shell.NextDue.ShouldBe(Instant.Never);
        silo.Turns().Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_storage_that_fails_in_mid_turn_leaves_memory_and_journal_agreeing(bool isWritten)
    {
        using var silo = new LoneSilo(LoneSilo.Standing(Now));
        using var shell = silo.Shell(3);
        await shell.Load();
        var (first, second) = (silo.Enter(3, Instant.Start, minutes: 10), silo.Enter(3, Instant.Start, minutes: 20));
        shell.Take([first, second]);
        (silo.Brittle.FailsBefore, silo.Brittle.FailsAfter) = (!isWritten, isWritten);
        await Should.ThrowAsync<IOException>(shell.Work);
        silo.Turns().Length.ShouldBe(isWritten ? 1 : 0);

        // Whoever lost a message hands it out again, to a grain that goes on.
        shell.Take([first, second]);
        await shell.Work();
        silo.Turns().Select(turn => (turn.Number, turn.Handled.Id)).ShouldBe([(1, first.Id), (2, second.Id)]);

        // What it has in memory is what a grain becomes that is made of its turns alone.
        await shell.KeepState();
        var memory = (await silo.Read())!;
        silo.Forget();
        using var again = silo.Shell(3);
        await again.Load();
        await again.KeepState();
        (await silo.Read())!.Bytes.ShouldBe(memory.Bytes);
    }

    [Fact]
    public async Task A_state_of_an_older_format_is_made_again_from_the_turns()
    {
        using var silo = new LoneSilo(LoneSilo.Standing(Now));
        using var shell = silo.Shell(3);
        await shell.Load();
        shell.Take([silo.Enter(3, Instant.Start)]);
        await shell.Work();
        await shell.KeepState();
        var kept = (await silo.Read())!;
        await silo.Write(kept with { Format = KeptState.PresentFormat - 1, Bytes = [1, 2, 3] });
        using var next = silo.Shell(3);
        await next.Load();
        next.Take([silo.Enter(3, Instant.Start, minutes: 20)]);
        await next.Work();
        await next.KeepState();
        var again = (await silo.Read())!;
        (again.Format, again.Turn).ShouldBe((KeptState.PresentFormat, 2));
        silo.Turns().Select(turn => turn.Number).ShouldBe([1L, 2L]);
    }

    [Fact]
    public async Task What_grains_may_have_forgotten_is_handed_out_once_before_it_is_due_and_what_is_sent_later_is_not()
    {
        // So slow that nothing gets late while the test runs.
        using var silo = new LoneSilo(LoneSilo.Standing(Now) with { Wall = DateTimeOffset.UtcNow, Speed = 0.0004, IsPaused = false });
        var waker = new Waker(silo.Home);
        var sentBefore = silo.Enter(1, Now + new Duration(1));
        (await waker.Pass()).ShouldBe(1);
        var sentLater = silo.Enter(2, Now + new Duration(1));
        (await waker.Pass()).ShouldBe(0);
        waker.LookAhead();
        (await waker.Pass()).ShouldBe(2);
        silo.HandedOut.Select(message => message.Id).ShouldBe([sentBefore.Id, sentBefore.Id, sentLater.Id]);
    }
}
