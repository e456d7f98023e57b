using Simulator.Kernel.Documents;
using Simulator.Kernel.Engine;

namespace Simulator.Kernel.Office;

/// <summary>
/// A dossier on its way to the successor of a dissolved body, in words of 32 bits, three to a paper: the papers of one
/// file leave and arrive together and are numbered in <see cref="Message.Tag"/>.
/// </summary>
internal ref struct HandedFile
{
    /// <summary>Words before those that say who has reported.</summary>
    internal const int Fixed = 14;

    private const int PerPaper = 3;

    private readonly Span<uint> words;

    internal HandedFile(Span<uint> words) => this.words = words;

    /// <summary>How many papers words need.</summary>
    internal static int PapersFor(int words) => (words + PerPaper - 1) / PerPaper;

    /// <summary>How many words a dossier with so many addressees needs.</summary>
    internal static int WordsFor(int addressees) => Fixed + (2 * ((Math.Max(addressees, 1) + 63) / 64));

    /// <summary>Puts three words into a paper.</summary>
    internal static void Put(ReadOnlySpan<uint> words, int paper, ref Message message)
    {
        var from = paper * PerPaper;
        message.Tag = (ushort)paper;
        message.Content = words[from];
        message.Counted = from + 1 < words.Length ? words[from + 1] : 0;
        message.Complied = from + 2 < words.Length ? words[from + 2] : 0;
    }

    /// <summary>Takes three words out of a paper.</summary>
    internal static void Take(List<uint> words, in Message message)
    {
        words.Add(message.Content);
        words.Add(message.Counted);
        words.Add(message.Complied);
    }

    internal readonly Takeover Origin
    {
        get => new((int)words[0], (byte)(words[1] & 0xFF), (byte)(words[1] >> 8 & 0xFF));
        set => (words[0], words[1]) =
            ((uint)value.For, (words[1] & ~0xFFFFU) | value.Route | ((uint)value.Structure << 8));
    }

    /// <summary>By which route the root had come to whose paper it is: to be brought back with the report.</summary>
    internal readonly byte SenderRoute
    {
        get => (byte)(words[1] >> 16);
        set => words[1] = (words[1] & 0xFFFFU) | ((uint)value << 16);
    }

    /// <summary>The dossier itself; who has reported is apart, and its root and route are the receiver's.</summary>
    internal readonly Dossier Dossier
    {
        get => new()
        {
            Issuer = unchecked((int)words[2]),
            State = (DossierState)words[3],
            Content = words[4],
            Open = words[5],
            Stalled = words[6],
            Counted = words[7],
            Complied = words[8],
            Tag = (ushort)(words[9] & 0xFFFF),
            Addressees = (ushort)(words[9] >> 16),
            Missing = (ushort)(words[10] & 0xFFFF),
            Reminders = (byte)(words[10] >> 16 & 0xFF),
            Urgency = (Urgency)(words[10] >> 24),
        };
        set
        {
            words[2] = unchecked((uint)value.Issuer);
            words[3] = (uint)value.State;
            words[4] = value.Content;
            words[5] = value.Open;
            words[6] = value.Stalled;
            words[7] = value.Counted;
            words[8] = value.Complied;
            words[9] = value.Tag | ((uint)value.Addressees << 16);
            words[10] = value.Missing | ((uint)value.Reminders << 16) | ((uint)value.Urgency << 24);
        }
    }

    /// <summary>What has become of its content, where the model follows that.</summary>
    internal readonly PaperContent Content
    {
        get => new() { Strength = words[11], Distorted = words[12], Wording = (Wording)words[13] };
        set => (words[11], words[12], words[13]) = (value.Strength, value.Distorted, (uint)value.Wording);
    }

    /// <summary>Sixty-four addressees, a bit for each who has reported.</summary>
    internal readonly ulong Reported(int word) => words[Fixed + (2 * word)] | ((ulong)words[Fixed + (2 * word) + 1] << 32);

    internal readonly void SetReported(int word, ulong bits) =>
        (words[Fixed + (2 * word)], words[Fixed + (2 * word) + 1]) = ((uint)(bits & uint.MaxValue), (uint)(bits >> 32));
}
