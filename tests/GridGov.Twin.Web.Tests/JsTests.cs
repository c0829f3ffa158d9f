using System.Diagnostics;
using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests;

/// <summary>The pure parts of the map's JavaScript, tested by Node's own test runner.</summary>
public class JsTests(ITestOutputHelper output)
{
    [Fact]
    public void The_tests_of_the_map_in_javascript_pass()
    {
        var folder = Path.Combine(Tree.Root, "tests", "GridGov.Twin.Web.Tests", "js");
        var files = Directory.GetFiles(folder, "*.test.mjs").Order(StringComparer.Ordinal).ToArray();
        files.Length.ShouldBeGreaterThan(5);
        if (Node(["--version"], folder) is not { Code: 0 })
        {
            output.WriteLine("node was not found: the JavaScript tests were not run");
            return;
        }

        var (code, said) = Node(["--test", "--test-reporter=spec", "--no-warnings", .. files], folder)!.Value;
        output.WriteLine(said);
        code.ShouldBe(0, said);
    }

    private static (int Code, string Said)? Node(string[] arguments, string folder)
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var problems = node.StandardError.ReadToEndAsync();
            var said = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return (node.ExitCode, said + problems.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
