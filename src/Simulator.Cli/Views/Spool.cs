namespace Simulator.Cli.Views;

/// <summary>
/// An answer until it is whole: in a file that is gone when it is closed, so that nothing half-written is printed and memory
/// does not grow with the answer.
/// </summary>
internal sealed class Spool : IDisposable
{
    private const int Buffer = 1 << 16;

    internal FileStream Stream { get; } = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = Buffer,
            Options = FileOptions.DeleteOnClose,
        });

    /// <summary>Gives it out from its beginning.</summary>
    internal void CopyTo(Stream target)
    {
        Stream.Position = 0;
        Stream.CopyTo(target);
        target.Flush();
    }

    public void Dispose() => Stream.Dispose();
}
