using Holdfire.Model;

namespace Holdfire.CaseFormat;

/// <summary>Pins as lines of <c>pins.yaml</c>.</summary>
public static class PinsFile
{
    /// <summary>The name of the file.</summary>
    public const string Name = PinReader.File;

    /// <summary>A pin as one map in YAML.</summary>
    public static string Text(Pin pin) => new FlowMap()
        .Add("id", pin.Id).Add(pin.Same ? "same" : "not_same", [pin.A.Value, pin.B.Value]).Add("by", pin.By).Add("reason", pin.Reason).ToString();

    /// <summary>The withdrawal of a pin as one map in YAML.</summary>
    public static string WithdrawalText(string id, string withdraws, string by, string reason) =>
        new FlowMap().Add("id", id).Add("withdraws", withdraws).Add("by", by).Add("reason", reason).ToString();
}
