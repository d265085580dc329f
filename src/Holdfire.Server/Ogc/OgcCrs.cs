using System.Collections.Immutable;
using NetTopologySuite.Geometries;

namespace Holdfire.Server.Ogc;

/// <summary>A coordinate reference system that features are given in, with its order of axes.</summary>
/// <param name="Uri">Its name, as OGC API – Features Part 2 has it.</param>
/// <param name="From">From longitude and latitude in WGS 84 degrees to the first and second coordinate.</param>
/// <param name="To">From the first and second coordinate to longitude and latitude.</param>
/// <param name="Digits">The decimals that coordinates are written with: about a tenth of a metre.</param>
internal sealed record OgcCrs(string Uri, Func<Coordinate, Coordinate> From, Func<Coordinate, Coordinate> To, int Digits)
{
    // EPSG:3857 is a sphere of the ellipsoid's larger radius (EPSG method 1024), and ends where it is square.
    private const double Radius = 6378137;
    private const double MostLatitude = 85.051128779806604;

    /// <summary>Longitude, then latitude, WGS 84: what is given where nothing else is asked for.</summary>
    public static OgcCrs Usual { get; } = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", c => c, c => c, 6);

    /// <summary>All of them, the usual one first.</summary>
    public static ImmutableArray<OgcCrs> All { get; } =
    [
        Usual,
        new("http://www.opengis.net/def/crs/EPSG/0/4326", Swapped, Swapped, 6),
        new("http://www.opengis.net/def/crs/EPSG/0/3857", Projected, Unprojected, 1),
    ];

    /// <summary>The system of this name, or null.</summary>
    public static OgcCrs? Find(string uri) => All.FirstOrDefault(c => c.Uri == uri);

    /// <summary>A shape in longitude and latitude from one in this system.</summary>
    public Geometry ToUsual(Geometry shape)
    {
        var copy = shape.Copy();
        copy.Apply(new Change(To));
        copy.GeometryChanged();
        return copy;
    }

    private static Coordinate Swapped(Coordinate at) => new(at.Y, at.X);

    private static Coordinate Projected(Coordinate at)
    {
        var latitude = Math.Clamp(at.Y, -MostLatitude, MostLatitude) * Math.PI / 180;
        return new Coordinate(Radius * at.X * Math.PI / 180, Radius * Math.Log(Math.Tan((Math.PI / 4) + (latitude / 2))));
    }

    private static Coordinate Unprojected(Coordinate at) =>
        new(at.X / Radius * 180 / Math.PI, ((2 * Math.Atan(Math.Exp(at.Y / Radius))) - (Math.PI / 2)) * 180 / Math.PI);

    private sealed class Change(Func<Coordinate, Coordinate> change) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var to = change(new Coordinate(seq.GetX(i), seq.GetY(i)));
            seq.SetX(i, to.X);
            seq.SetY(i, to.Y);
        }
    }
}
