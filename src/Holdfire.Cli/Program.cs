return Holdfire.Cli.HoldfireCommand.Run(args, Holdfire.Cli.Output.Terminal.OfProcess());
