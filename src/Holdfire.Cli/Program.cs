return Holdfire.Cli.HoldfireCommand.Run(args);
