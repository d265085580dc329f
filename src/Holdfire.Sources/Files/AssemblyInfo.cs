using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Holdfire.Sources.Tests")]
