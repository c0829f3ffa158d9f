using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>The desk of a workflow's role: its shifts, and the most cases that may wait or be worked on there (0: no limit).</summary>
public sealed record DeskSection(Marked<string> Role, Shift[] Staff, int Capacity)
{
    internal static readonly MapShape Shape = new("desk", ["staff"], ["capacity"]);

    internal static DeskSection Read(Marked<string> role, YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new DeskSection(role, ShiftReading.Read(fields["staff"]), ReadCapacity(fields));
    }

    internal static int ReadCapacity(YamlFields fields) => fields.Has("capacity") ? fields["capacity"].Whole(0, 1_000_000) : 0;
}

/// <summary>
/// A department: the kinds it handles (the last department whose pattern names a kind has it), its crews for the district, and the staff
/// it keeps in each street where a workflow asks for them.
/// </summary>
public sealed record DepartmentSection(Marked<string> Id, string Zh, string En, Marked<string>[] Kinds, Shift[] Staff, Shift[] StaffPerStreet)
{
    internal static readonly MapShape Shape = new("department", ["zh", "en", "kinds", "staff"], ["staff-per-street"]);

    internal static DepartmentSection Read(Marked<string> id, YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new DepartmentSection(
            id, fields["zh"].Text(), fields["en"].Text(), fields["kinds"].MarkedTexts(), ShiftReading.Read(fields["staff"]),
            fields.Has("staff-per-street") ? ShiftReading.Read(fields["staff-per-street"]) : []);
    }
}

/// <summary>The hotline 12345: its staff and lines, and what callers do.</summary>
public sealed record HotlineSection(
    Mark Mark, Shift[] Staff, int Capacity, Distribution Talk, Distribution? Patience, double CallsAgain, Distribution RedialAfter)
{
    internal static readonly MapShape Shape = new("hotline", ["staff", "talk"], ["capacity", "patience", "calls-again", "redial-after"]);

    /// <summary>The word for a caller who never hangs up.</summary>
    internal const string Endless = "endless";

    internal static HotlineSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new HotlineSection(
            value.Mark, ShiftReading.Read(fields["staff"]), DeskSection.ReadCapacity(fields), fields["talk"].Distribution(),
            fields.Has("patience") ? fields["patience"].DistributionOr(Endless) : null,
            fields.Has("calls-again") ? fields["calls-again"].Share() : 0,
            fields.Has("redial-after") ? fields["redial-after"].Distribution() : Distribution.Constant(60_000));
    }
}

/// <summary>A steady stream of calls that concern no incident, to the hotline or a role's desk.</summary>
public sealed record CallSection(Marked<string> Id, double PerHour, Marked<string> Desk, byte Priority, Distribution Work, Distribution? Patience)
{
    internal static readonly MapShape Shape = new("calls", ["rate", "desk", "work"], ["priority", "patience"]);

    internal static CallSection Read(Marked<string> id, YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new CallSection(
            id, fields["rate"].PerHour(), fields["desk"].MarkedText(),
            fields.Has("priority") ? (byte)fields["priority"].Whole(0, byte.MaxValue) : (byte)0, fields["work"].Distribution(),
            fields.Has("patience") ? fields["patience"].DistributionOr(HotlineSection.Endless) : null);
    }
}
