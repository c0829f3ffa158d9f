using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Hashing;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// A hash of everything a plan holds, field by field, so that a journal is only continued with the plan it was begun with. Ways along streets
/// are left out: they follow from the city.
/// </summary>
internal static class PlanHash
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public static ulong Of(WorldPlan plan)
    {
        var hash = new RunningHash(0);
        Fold(plan, ref hash);
        return hash.Value;
    }

    private static void Fold(object? value, ref RunningHash hash)
    {
        switch (value)
        {
            case null or Travel or Delegate:
                hash.Fold(0, 1);
                break;
            case string text:
                hash.Fold(RunningHash.Of(Encoding.UTF8.GetBytes(text)), 2);
                break;
            case double number:
                hash.Fold(BitConverter.DoubleToUInt64Bits(number), 3);
                break;
            case float number:
                hash.Fold(BitConverter.SingleToUInt32Bits(number), 4);
                break;
            case ulong number:
                hash.Fold(number, 5);
                break;
            case Enum or IConvertible:
                hash.Fold((ulong)Convert.ToInt64(value, null), 6);
                break;
            case IEnumerable row:
                Fold(row, ref hash);
                break;
            default:
                FoldFields(value, ref hash);
                break;
        }
    }

    private static void Fold(IEnumerable row, ref RunningHash hash)
    {
        var count = 0UL;
        foreach (var item in row)
        {
            Fold(item, ref hash);
            count++;
        }

        hash.Fold(count, 7);
    }

    private static void FoldFields(object value, ref RunningHash hash)
    {
        foreach (var field in Fields.GetOrAdd(value.GetType(), FieldsOf))
        {
            var held = field.GetValue(value);

            // A plan without an exercise keeps the hash it had before there were any.
            if (held is not null || field.FieldType != typeof(ExercisePlan))
            {
                Fold(held, ref hash);
            }
        }
    }

    private static FieldInfo[] FieldsOf(Type type) =>
    [
        .. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).OrderBy(field => field.Name, StringComparer.Ordinal),
    ];
}
