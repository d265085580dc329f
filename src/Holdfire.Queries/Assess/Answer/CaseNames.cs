using Holdfire.Acts;
using Holdfire.Model;
using Holdfire.Places;

namespace Holdfire.Queries;

/// <summary>Names as people know them, by id.</summary>
internal sealed class CaseNames(Case @case)
{
    /// <summary>Acts and the like, as this case has them.</summary>
    public CaseCodes Codes => @case.Codes;

    /// <summary>Of a party.</summary>
    public string Of(PartyId id) => @case.Parties.FirstOrDefault(p => p.Id == id)?.Name ?? id.Value;

    /// <summary>Of a source.</summary>
    public string Of(SourceId id) => @case.Sources.FirstOrDefault(s => s.Id == id)?.Name ?? id.Value;

    /// <summary>Of an area.</summary>
    public string Of(AreaCode code) => @case.Places.Find(code) is { Name.Length: > 0 } area ? area.Name : code.Value;

    /// <summary>Of an act.</summary>
    public string Of(ActCode act) => @case.Codes.NameOf(act);
}
