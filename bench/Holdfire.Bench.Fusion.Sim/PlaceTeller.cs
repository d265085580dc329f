namespace Holdfire.Bench.Fusion.Sim;

/// <summary>How sources put a place into a report.</summary>
internal sealed class PlaceTeller(Sector sector, Vagueness vagueness, Dice dice)
{
    private const int Town = 1;
    private const int Region = 3;

    public ToldPlace Tell(SourceProfile source, double x, double y)
    {
        if (dice.Chance(source.Misplaces))
        {
            // A town of the same or a like name, anywhere near: seven of ten are more than 50 km off.
            var far = 60 * Math.Sqrt(-2 * Math.Log(1 - dice.Uniform(0, 0.999)));
            var bearing = dice.Uniform(0, 2 * Math.PI);
            (x, y) = (Clamp(x + (far * Math.Cos(bearing))), Clamp(y + (far * Math.Sin(bearing))));
            return At(source, Town, x, y);
        }

        var weights = source.Places.Select((w, level) => level > Town ? w * vagueness.Factor : w).ToArray();
        return At(source, dice.Pick(weights), x, y);
    }

    /// <summary>The same place told one level wider.</summary>
    public ToldPlace Wider(ToldPlace place, SourceProfile by) => place.Level switch
    {
        < Region => At(by, place.Level + 1, place.X, place.Y),
        Region => At(by, Region + 1, 0, 0),
        _ => place,
    };

    private ToldPlace At(SourceProfile source, int level, double x, double y)
    {
        switch (level)
        {
            case 0:
                var error = source.ExactKm / 2;
                return new ToldPlace(0, x + dice.Normal(error), y + dice.Normal(error), source.ExactKm, "");
            case Town:
                var town = sector.Nearest(x, y, false);
                return new ToldPlace(Town, town.X, town.Y, town.RadiusKm + 4, "");
            case 2:
                var large = sector.Nearest(x, y, true);
                return new ToldPlace(2, large.X, large.Y, 25, "");
            case Region:
                return new ToldPlace(Region, 0, 0, 0, sector.RegionCode(sector.RegionAt(x, y)));
            default:
                return new ToldPlace(Region + 1, 0, 0, 0, sector.Code);
        }
    }

    private double Clamp(double km) => Math.Clamp(km, -sector.Half, sector.Half);
}
