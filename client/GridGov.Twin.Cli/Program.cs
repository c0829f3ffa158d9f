using GridGov.Twin.Cli;

using var stop = new StopSignal();
return GridGovCommand.Run(args, Terminal.OfThisProcess(stop.Token));
