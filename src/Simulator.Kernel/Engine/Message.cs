using System.Runtime.InteropServices;
using Simulator.Kernel.Documents;

namespace Simulator.Kernel.Engine;

/// <summary>
/// A paper under way from one body to another: 44 bytes of plain values. Bodies stand by index, which a
/// host may use to route it; only ids enter the journal.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct Message
{
    /// <summary>Index of the sender.</summary>
    public int From;

    /// <summary>Index of the addressee.</summary>
    public int To;

    /// <summary>The sender's own count of messages, from 1.</summary>
    public uint Number;

    /// <summary>Sequence of the sender's entry that sent it.</summary>
    public uint Cause;

    /// <summary>When it was sent, a tick.</summary>
    public int Sent;

    /// <summary>When it arrives, a tick later than <see cref="Sent"/>.</summary>
    public int Arrives;

    /// <summary>The assignments in a directive: a bit for each.</summary>
    public uint Content;

    /// <summary>Bodies counted in a report.</summary>
    public uint Counted;

    /// <summary>Bodies complied in a report, as the sender knows it.</summary>
    public uint Complied;

    /// <summary>Place of the root directive in the model.</summary>
    public ushort Root;

    /// <summary>The addressee's place among the issuer's addressees; reports and acknowledgements bring it back.</summary>
    public ushort Tag;

    /// <summary>What it is.</summary>
    public PaperClass Class;

    /// <summary>Its urgency.</summary>
    public Urgency Urgency;

    /// <summary>The assignment that a question, an answer or a prompt report is about, or 255.</summary>
    public byte Item;

    /// <summary>
    /// By which route the root came to the sender; where bodies can handle several papers of a root, of what goes up
    /// by which one the paper in question had come to the addressee.
    /// </summary>
    public byte Route;

    /// <summary>What is set in its urgency where it comes to a box that nobody looks at.</summary>
    internal const Urgency UnseenMark = (Urgency)0x80;

    /// <summary>
    /// Of a directive: what is left of its strength on the way, in millionths; 0 where no content is followed.
    /// A second reading of <see cref="Counted"/>, which only reports have.
    /// </summary>
    public uint PathStrength
    {
        readonly get => Counted;
        set => Counted = value;
    }

    /// <summary>
    /// Of a directive: those of its assignments that mean something else by now, a bit for each. A second
    /// reading of <see cref="Complied"/>, which only reports have.
    /// </summary>
    public uint Distorted
    {
        readonly get => Complied;
        set => Complied = value;
    }

    /// <summary>
    /// Of a directive where content is followed: how it words its assignments. A second reading of
    /// <see cref="Item"/>, which only papers about one assignment have.
    /// </summary>
    public Wording Wording
    {
        readonly get => (Wording)Item;
        set => Item = (byte)value;
    }
}
