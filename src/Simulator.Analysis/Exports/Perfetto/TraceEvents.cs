using System.Globalization;
using System.Text.Json;
using Simulator.Analysis.Exports.Ocel;

namespace Simulator.Analysis.Exports.Perfetto;

/// <summary>
/// Events of a trace in the JSON form that Chrome and Perfetto read (Trace Event Format, Google, 2016). Each names a process, here
/// a body, and a moment in microseconds, here of simulated time since the start of the scenario.
/// </summary>
/// <param name="target">Where to; it stays open.</param>
internal sealed class TraceEvents(Stream target) : IDisposable
{
    private const int Most = 1 << 16;
    private const long MicrosecondsOfMinute = 60_000_000;

    /// <summary>Papers that leave and arrive are on a thread of their own, each as long as the model's shortest time.</summary>
    private const int Papers = 1;

    private readonly Utf8JsonWriter json = new(target, new JsonWriterOptions { Encoder = OcelJson.Encoder, SkipValidation = true });

    internal Utf8JsonWriter Json => json;

    /// <summary>How many events were written.</summary>
    internal long Count { get; private set; }

    /// <summary>A fact about a body: its name, its labels, its place.</summary>
    internal void About(long body, string fact, string key, string value)
    {
        Begin("M", fact, body, Papers, null);
        json.WriteStartObject("args"u8);
        json.WriteString(key, value);
        End();
    }

    internal void About(long body, string fact, string key, long value)
    {
        Begin("M", fact, body, Papers, null);
        json.WriteStartObject("args"u8);
        json.WriteNumber(key, value);
        End();
    }

    /// <summary>
    /// Begins a stretch (<c>b</c>), ends it (<c>e</c>), or marks a moment in one (<c>n</c>): nestable, on a row of the body that is
    /// told by its number. Arguments may follow, and then <see cref="End"/>.
    /// </summary>
    internal void Nestable(string phase, string name, long body, long row, long tick)
    {
        Begin(phase, name, body, Papers, tick);
        json.WriteString("cat"u8, "dossier"u8);
        json.WriteString("id"u8, "0x" + row.ToString("x", CultureInfo.InvariantCulture));
        json.WriteStartObject("args"u8);
    }

    /// <summary>A paper leaves or arrives. Arguments may follow, and then <see cref="End"/>.</summary>
    internal void Paper(string name, long body, long tick)
    {
        Begin("X", name, body, Papers, tick);
        json.WriteString("cat"u8, "paper"u8);
        json.WriteNumber("dur"u8, MicrosecondsOfMinute);
        json.WriteStartObject("args"u8);
    }

    /// <summary>An end of the arrow of a paper: <c>s</c> where it left, <c>f</c> where it arrived.</summary>
    internal void Arrow(string phase, long body, long paper, long tick)
    {
        Begin(phase, "paper", body, Papers, tick);
        json.WriteString("cat"u8, "paper"u8);
        json.WriteString("id"u8, "0x" + paper.ToString("x", CultureInfo.InvariantCulture));
        if (phase == "f")
        {
            json.WriteString("bp"u8, "e"u8); // at the stretch around it, not the next one
        }

        Close();
    }

    /// <summary>How many there are of something from a moment on.</summary>
    internal void Counter(string name, long body, long tick, long value)
    {
        Begin("C", name, body, null, tick);
        json.WriteStartObject("args"u8);
        json.WriteNumber(name, value);
        End();
    }

    internal TraceEvents Argument(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }

        return this;
    }

    internal TraceEvents Argument(string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }

        return this;
    }

    internal void End()
    {
        json.WriteEndObject();
        Close();
    }

    public void Dispose() => json.Dispose();

    private void Begin(string phase, string name, long body, int? thread, long? tick)
    {
        Count++;
        json.WriteStartObject();
        json.WriteString("ph"u8, phase);
        json.WriteString("name"u8, name);
        json.WriteNumber("pid"u8, body + 1); // 0 is the idle process
        if (thread is { } number)
        {
            json.WriteNumber("tid"u8, number);
        }

        if (tick is { } minutes)
        {
            json.WriteNumber("ts"u8, minutes * MicrosecondsOfMinute);
        }
    }

    private void Close()
    {
        json.WriteEndObject();
        if (json.BytesPending > Most)
        {
            json.Flush();
        }
    }
}
