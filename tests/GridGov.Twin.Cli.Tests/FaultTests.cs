using System.Globalization;
using System.Text;

namespace GridGov.Twin.Cli.Tests;

public class FaultTests
{
    [Fact]
    public void A_fault_of_the_program_is_one_line_without_a_stack_trace_unless_asked_for()
    {
        var (code, error) = RunInto(new BrokenWriter(new InvalidOperationException("the wheel\ncame off")), "catalogue");
        code.ShouldBe(70);
        error.TrimEnd().ShouldBe("gridgov: this is a bug: InvalidOperationException: the wheel came off (--debug shows where)");
        var (_, debugged) = RunInto(new BrokenWriter(new InvalidOperationException("the wheel came off")), "catalogue", "--debug");
        debugged.ShouldContain("   at ");
    }

    [Fact]
    public void A_full_disk_is_no_fault_of_the_program()
    {
        var (code, error) = RunInto(new BrokenWriter(new IOException("No space left on device")), "catalogue");
        code.ShouldBe(2);
        error.TrimEnd().ShouldBe("gridgov: No space left on device");
    }

    private static (int Code, string Error) RunInto(TextWriter output, params string[] args)
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = GridGovCommand.Run(args, new Terminal(output, error, OutIsTerminal: false, ErrorIsTerminal: false, CancellationToken.None));
        return (code, error.ToString());
    }

    private sealed class BrokenWriter(Exception fault) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw fault;

        public override void Write(string? value) => throw fault;
    }
}
