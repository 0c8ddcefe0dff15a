namespace DpsPortal.Framework.Spreadsheets;

/// <summary>What may still be unpacked of one archive, in bytes.</summary>
public sealed class UnpackBudget(long most)
{
    private long _left = most;

    /// <exception cref="InvalidDataException">More than there is left.</exception>
    public void Spend(int read)
    {
        if ((_left -= read) < 0)
        {
            throw new InvalidDataException("Unpacked, the file is larger than it may be.");
        }
    }
}

/// <summary>Ends the reading, whatever the archive says of its size.</summary>
public sealed class LimitedStream(Stream inner, UnpackBudget budget) : Stream
{

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        budget.Spend(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
