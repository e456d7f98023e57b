using System.Text;
using Simulator.Analysis.Exports.Otlp;

namespace Simulator.Tests.Analysis.Exports.Otlp;

public sealed class WireTests
{
    /// <summary>The examples of protobuf.dev, <i>Encoding</i>: 150 in field 1, "testing" in field 2, a message in field 3.</summary>
    [Fact]
    public void The_examples_of_the_format_are_written_byte_by_byte()
    {
        var wire = new WireWriter();
        wire.Number(1, 150);
        Assert.Equal("089601", Hex(wire));
        wire.Clear();
        wire.Text(2, "testing");
        Assert.Equal("120774657374696E67", Hex(wire));
        wire.Clear();
        var inner = wire.Begin(3);
        wire.Number(1, 150);
        wire.End(inner);
        Assert.Equal("1A03089601", Hex(wire));
        wire.Clear();
        wire.Number(1, -2);
        Assert.Equal("08FEFFFFFFFFFFFFFFFF01", Hex(wire));
        wire.Clear();
        wire.Fixed64(7, 1);
        wire.Fixed32(16, 1);
        Assert.Equal("390100000000000000850101000000", Hex(wire));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(3_000_000)]
    public void A_message_in_a_message_has_its_length_before_it_however_long(int length)
    {
        var wire = new WireWriter();
        var outer = wire.Begin(1);
        var inner = wire.Begin(2);
        wire.Text(3, new string('x', length));
        wire.End(inner);
        wire.Number(4, long.MaxValue);
        wire.End(outer);

        var reader = new WireReader(wire.Written);
        Assert.True(reader.Read());
        var middle = new WireReader(reader.Bytes);
        Assert.True(middle.Read());
        Assert.Equal(2, middle.Field);
        var text = new WireReader(middle.Bytes);
        Assert.True(text.Read());
        Assert.Equal((3, length), (text.Field, text.Text.Length));
        Assert.True(middle.Read());
        Assert.Equal((4, long.MaxValue), (middle.Field, middle.Number));
        Assert.False(middle.Read());
        Assert.False(reader.Read());
    }

    [Fact]
    public void Texts_are_utf8()
    {
        var wire = new WireWriter();
        wire.Text(1, "Thủ tướng Chính phủ");
        Assert.Equal(Encoding.UTF8.GetBytes("Thủ tướng Chính phủ"), wire.Written[2..].ToArray());
    }

    /// <summary>A receiver can answer anything: what is no message ends the reading, and nothing else.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("0A")]
    [InlineData("0AFF")]
    [InlineData("0AFFFFFFFFFFFFFFFFFF01")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("3901")]
    [InlineData("3C3C3C68746D6C3E")]
    public void What_is_no_message_is_read_to_where_it_breaks(string bytes)
    {
        var reader = new WireReader(Convert.FromHexString(bytes));
        while (reader.Read())
        {
            Assert.True(reader.Field >= 0);
        }

        Assert.Equal(SendOutcome.Arrived, Transport.Taken(Convert.FromHexString(bytes)).Outcome);
    }

    private static string Hex(WireWriter wire) => Convert.ToHexString(wire.Written);
}
