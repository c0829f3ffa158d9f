using GridGov.Twin.Journal.Tests.Crash;

return CrashChild.Run(args);
