using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Holdfire.Server.SignIn;

/// <summary>Keeps the keys of cookies and forms in memory alone: they end with the server, and nothing of them is on a disk.</summary>
internal sealed class MemoryKeys : IXmlRepository
{
    private readonly List<XElement> keys = [];

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (keys)
        {
            return [.. keys.Select(k => new XElement(k))];
        }
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        lock (keys)
        {
            keys.Add(new XElement(element));
        }
    }
}
