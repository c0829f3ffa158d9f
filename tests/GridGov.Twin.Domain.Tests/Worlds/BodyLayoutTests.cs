using System.Reflection;
using System.Runtime.CompilerServices;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Tests.Worlds;

/// <summary>Bodies and stored structs are hashed byte by byte, so no byte of them may be padding, whose value nobody sets.</summary>
public class BodyLayoutTests
{
    private static readonly Type[] Bodies =
        [.. typeof(DistrictModel).Assembly.GetTypes().Where(type => type.IsValueType && typeof(IBody).IsAssignableFrom(type)).OrderBy(type => type.FullName)];

    private static readonly Type[] StoredStructs =
    [
        typeof(CaseFacts), typeof(IncidentFacts), typeof(OfficerFacts), typeof(OfficerTask), typeof(DeviceFacts), typeof(WaitingJob),
        typeof(WaitingTask), typeof(Member), typeof(OpenCase), typeof(LinkedCase),
    ];

    [Fact]
    public void No_message_event_or_stored_struct_has_padding()
    {
        Bodies.Length.ShouldBeGreaterThan(60);
        foreach (var type in Bodies.Concat(StoredStructs))
        {
            var fields = SizeOfFields(type);
            (fields == 0 ? 1 : fields).ShouldBe(SizeOf(type), $"{type.Name}: the sum of its fields' bytes is its size");
        }
    }

    [Fact]
    public void Every_body_fits_where_messages_and_events_are_kept()
    {
        foreach (var type in Bodies)
        {
            SizeOf(type).ShouldBeLessThanOrEqualTo(Body.Capacity, type.Name);
        }
    }

    [Fact]
    public void Every_body_has_a_kind_of_its_own()
    {
        var shared = Bodies.GroupBy(KindOf).Where(group => group.Count() > 1);
        shared.Select(group => $"{group.Key}: {string.Join(", ", group.Select(type => type.Name))}").ShouldBeEmpty();
    }

    [Fact]
    public void A_message_that_says_nothing_is_all_zeros()
    {
        Body.Of(new NextCall()).W0.ShouldBe(0UL);
        Body.Of(new RosterChanges()).W0.ShouldBe(0UL);
        Body.Of(new Begin()).W0.ShouldBe(0UL);
    }

    private static int SizeOfFields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(field => field.FieldType)
            .Sum(field => IsCompound(field) ? SizeOfFields(field) : SizeOf(field));

    private static bool IsCompound(Type type) => type is { IsValueType: true, IsPrimitive: false, IsEnum: false };

    private static int SizeOf(Type type) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private static ushort KindOf(Type type) => (ushort)type.GetField("Kind", BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;
}
