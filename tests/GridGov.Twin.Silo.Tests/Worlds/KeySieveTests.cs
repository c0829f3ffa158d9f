using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Tests.Worlds;

public class KeySieveTests
{
    [Fact]
    public void A_key_that_came_in_is_never_missed_and_few_others_are_taken_for_one()
    {
        const int Keys = 200_000;
        var sieve = new KeySieve();
        sieve.MayHold("0").ShouldBeFalse();
        for (var key = 0; key < Keys; key++)
        {
            sieve.Add($"{key}");
        }

        Enumerable.Range(0, Keys).Count(key => sieve.MayHold($"{key}")).ShouldBe(Keys);
        Enumerable.Range(Keys, Keys).Count(key => sieve.MayHold($"{key}")).ShouldBeLessThan(Keys / 1_000);
    }

    [Theory]
    [InlineData("钥匙")]
    [InlineData("a\0b")]
    [InlineData("\uD800")]
    public void A_key_that_a_journal_may_keep_in_other_letters_may_always_have_come_in(string key) => new KeySieve().MayHold(key).ShouldBeTrue();
}
