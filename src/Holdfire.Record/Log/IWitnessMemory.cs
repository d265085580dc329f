using Holdfire.Record.Tlog;

namespace Holdfire.Record.Log;

/// <summary>Somebody who remembers, away from a record's own machine, how far its log was signed: a witness, a mirror, a monitor.</summary>
public interface IWitnessMemory
{
    /// <summary>
    /// The newest checkpoint of a log that is known here, signed by its operator; null where none is known or nobody can be asked now.
    /// Only the operator's own signature counts, so who answers need not be trusted.
    /// </summary>
    /// <param name="origin">The log's origin.</param>
    SignedNote? Last(string origin);
}
