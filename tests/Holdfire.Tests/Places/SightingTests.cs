using Holdfire.Places;

namespace Holdfire.Tests.Places;

public sealed class SightingTests
{
    private static readonly GeoPoint Post = new(48, 38);

    // 5 km at 67.5 degrees: 5 cos 67.5 / 111.195 = 0.01721 degrees north, 5 sin 67.5 / (111.195 cos 48.009) = 0.06209 degrees east. The far
    // corners are 6 km off at 11.25 degrees to either side: sqrt(25 + 36 - 60 cos 11.25) = 1.467 km from there.
    [Fact]
    public void Place_OfABearingAndARange_IsTheMiddleOfTheSector()
    {
        Assert.True(Bearing.TryParse("ENE", out var ene));
        var place = new Sighting(Post, ene, 4, 6).Place;
        Assert.Equal(48.01721, place.Centre.Latitude, 4);
        Assert.Equal(38.06209, place.Centre.Longitude, 4);
        Assert.Equal(1.467, place.RadiusKm, 3);
        Assert.Equal(5, Sphere.Distance(Post, place.Centre), 6);
    }

    [Fact]
    public void Place_OfOneDistance_IsAsWideAsTheBearing()
    {
        // Due south 3 km: the corners are 2 * 3 * sin 5.625 = 0.588 km off; 1 km off they are 0.196, and half a kilometre is the least.
        Assert.True(Bearing.TryParse("S", out var south));
        Assert.Equal(0.588, new Sighting(Post, south, 3, 3).Place.RadiusKm, 3);
        Assert.Equal(0.5, new Sighting(Post, south, 1, 1).Place.RadiusKm);
        Assert.True(new Sighting(Post, south, 3, 3).Place.Centre.Latitude < 48);
    }

    [Fact]
    public void Place_WithoutABearingOrARange_IsAboutTheObserver()
    {
        Assert.True(Bearing.TryParse("270", out var west));
        Assert.Equal(new GeoCircle(Post, 6), new Sighting(Post, null, 4, 6).Place);
        Assert.Equal(new GeoCircle(Post, 15), new Sighting(Post, west, null, null).Place);
    }

    [Theory]
    [InlineData("N", 0, 11.25)]
    [InlineData("NNW", 337.5, 11.25)]
    [InlineData("360", 0, 5)]
    [InlineData("67.5", 67.5, 5)]
    public void TryParse_Bearings_ReadsPointsAndDegrees(string text, double degrees, double off)
    {
        Assert.True(Bearing.TryParse(text, out var bearing));
        Assert.Equal(new Bearing(degrees, off), bearing);
        Assert.True(Bearing.TryParse(bearing.ToString(), out var back));
        Assert.Equal(bearing, back);
    }

    [Theory]
    [InlineData("")]
    [InlineData("northeast")]
    [InlineData("361")]
    [InlineData("-5")]
    public void TryParse_WhatIsNoBearing_IsRefused(string text) => Assert.False(Bearing.TryParse(text, out _));

    [Fact]
    public void Destination_OverThe180thMeridian_StaysInRange()
    {
        var there = Sphere.Destination(new GeoPoint(0, 179.9), 100, 90);
        Assert.InRange(there.Longitude, -180, -179);
        Assert.Equal(100, Sphere.Distance(new GeoPoint(0, 179.9), there), 6);
    }
}
