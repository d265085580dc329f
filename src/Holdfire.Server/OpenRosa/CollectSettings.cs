using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Holdfire.Server.OpenRosa;

/// <summary>The settings that ODK Collect reads from a QR code: base64 of zlib of JSON.</summary>
public static class CollectSettings
{
    /// <summary>The text of the code.</summary>
    /// <param name="server">The address of the server, with the token.</param>
    /// <param name="project">What the project is called on the phone.</param>
    public static string Text(string server, string project)
    {
        var settings = new JsonObject
        {
            ["general"] = new JsonObject
            {
                ["protocol"] = "odk_default", ["server_url"] = server, ["form_update_mode"] = "match_exactly", ["autosend"] = "wifi_and_cellular", ["delete_send"] = false,
            },
            ["admin"] = new JsonObject(),
            ["project"] = new JsonObject { ["name"] = project },
        };
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(JsonSerializer.SerializeToUtf8Bytes(settings));
        }

        return Convert.ToBase64String(packed.ToArray());
    }
}
