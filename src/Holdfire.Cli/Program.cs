Holdfire.Cli.Output.VisibleWriter.Install();
return Holdfire.Cli.HoldfireCommand.Run(args);
