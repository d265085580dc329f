namespace Holdfire.Server.Tiles;

/// <summary>The days on which an event may have been, by the zone of the case; counted from 1 January 1970.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
internal readonly record struct EventWindow(int From, int To);
