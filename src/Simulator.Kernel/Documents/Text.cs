namespace Simulator.Kernel.Documents;

/// <summary>A label in the two languages of the tool.</summary>
/// <param name="Vi">Vietnamese; empty where there is none.</param>
/// <param name="En">English; empty where there is none.</param>
public sealed record Text(string Vi, string En)
{
    /// <summary>No text.</summary>
    public static Text None { get; } = new("", "");

    /// <summary>The text in the language asked for, or in the other where that one is missing.</summary>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    public string In(string language) =>
        language == "vi" ? (Vi.Length > 0 ? Vi : En) : (En.Length > 0 ? En : Vi);
}
