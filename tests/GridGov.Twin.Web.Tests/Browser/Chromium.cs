using System.Diagnostics;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>The browser of the machine: found, or installed where Debian's packages may be installed.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Flags for a machine without a graphics card.</summary>
    public static IReadOnlyList<string> Flags { get; } =
        ["--no-sandbox", "--disable-dev-shm-usage", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];

    /// <summary>The path of the browser.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says why it could not be installed.</exception>
    public static string Path() => Array.Find(Places, File.Exists) ?? Install();

    private static string Install()
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
            throw new InvalidOperationException("no Chromium here, and only root on Debian may install it");

        const string install = "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 chromium fonts-noto-cjk";
        using var apt = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"({install}) >/dev/null 2>&1 </dev/null"]))!;
        apt.WaitForExit();
        return Array.Find(Places, File.Exists) ?? throw new InvalidOperationException($"no Chromium here, and installing it failed: apt-get ended with {apt.ExitCode}");
    }
}
