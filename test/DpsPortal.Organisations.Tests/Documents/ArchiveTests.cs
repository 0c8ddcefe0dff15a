using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Documents.Checks;

namespace DpsPortal.Organisations.Tests.Documents;

/// <summary>Threat T17 of the security design: archives that are small outside and huge inside.</summary>
public sealed class ArchiveTests
{
    public static TheoryData<string, byte[]> Bombs => new()
    {
        { "a part of one letter, 150 MB", With("word/b.xml", new byte[150_000_000]) },
        { "an archive in it", With("word/media/a.bin", Files.Zip([("x.txt", "x")])) },
        { "an archive by its ending", With("word/a.zip", "text"u8.ToArray()) },
        { "a gzip in it", With("word/media/a.bin", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]) },
        { "the file within itself", With("word/self.docx", Files.Docx()) },
        { "forty-two archives of archives", Files.Docx(parts: [.. Enumerable.Range(0, 42).Select(i =>
            ($"word/lib{i}.bin", Encoding.Latin1.GetString(Files.Zip([("deeper.zip", "x")])))) ]) },
        { "an entry twice", Twice() },
        { "two entries on the same bytes", Overlapping() },
        { "a size smaller than what comes out", Lying(by: -1) },
        { "a size larger than what comes out", Lying(by: 1) },
        { "a name that leads out", With("word/../../etc/x.xml", "x"u8.ToArray()) },
        { "bytes between entries", Gap() },
    };

    [Theory, MemberData(nameof(Bombs))]
    public void T17_A_bomb_is_refused_before_it_unpacks(string what, byte[] file)
    {
        // The fastest of three: the others may have waited for a neighbour on a busy machine.
        var fastest = TimeSpan.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var clock = Stopwatch.StartNew();
            Check(file).ShouldNotBeNull(what);
            fastest = clock.Elapsed < fastest ? clock.Elapsed : fastest;
        }

        fastest.ShouldBeLessThan(TimeSpan.FromMilliseconds(200), what);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Check(file);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50_000_000, what);
    }

    [Theory]
    [InlineData(ArchiveWalk.MaxEntries - 1, true)]
    [InlineData(ArchiveWalk.MaxEntries, true)]
    [InlineData(ArchiveWalk.MaxEntries + 1, false)]
    public void T17_Two_thousand_entries_are_the_most(int entries, bool isTaken)
    {
        var parts = Enumerable.Range(0, entries - 3).Select(i => ($"word/media/{i}.txt", "x")).ToArray();

        Check(Files.Docx(parts: parts)).ShouldBe(isTaken ? null : OrganisationsErrorCodes.DocumentUnsafe);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void T17_Two_hundred_megabytes_unpacked_are_the_most(int more, bool isTaken)
    {
        // Three parts of random hexadecimal pairs pack about 1 to 25: no ratio stops them, only the sum does.
        var block = new byte[1024 * 1024];
        var random = new Random(7);
        for (var i = 0; i < block.Length; i++)
        {
            block[i] = i % 25 == 0 ? (byte)random.Next(33, 60) : (byte)'a';
        }

        var part = Enumerable.Repeat(block, 64).SelectMany(b => b).ToArray();
        var packed = Files.ZipOf([("1", part), ("2", part), ("3", part)]);
        var rest = ArchiveWalk.MaxUnpacked - (3L * part.Length) + more;
        var file = Files.ZipOf([("1", part), ("2", part), ("3", part), ("4", part[..(int)rest])]);

        new ArchiveWalk().Refusal(DocumentKind.Docx, new MemoryStream(packed)).ShouldBeNull();
        var clock = Stopwatch.StartNew();
        new ArchiveWalk().Refusal(DocumentKind.Docx, new MemoryStream(file))
            .ShouldBe(isTaken ? null : OrganisationsErrorCodes.DocumentUnsafe);
        if (!isTaken)
        {
            // By its own words it is too large: nothing of it is unpacked.
            clock.ElapsedMilliseconds.ShouldBeLessThan(200);
        }
    }

    private static string? Check(byte[] file) =>
        DocumentChecks.FirstRefusal(DocumentKind.Docx, new MemoryStream(file, writable: false));

    private static byte[] With(string part, byte[] content) =>
        Files.Docx(parts: [(part, Encoding.Latin1.GetString(content))]);

    private static byte[] Twice() => Files.Docx(parts: [("word/a.xml", "<a/>"), ("WORD/A.xml", "<b/>")]);

    /// <summary>The last entry of the directory points at the bytes of the one before.</summary>
    private static byte[] Overlapping()
    {
        var file = Files.Docx(parts: [("word/a.xml", "<a/>"), ("word/b.xml", "<a/>")]);
        var last = file.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        var before = file.AsSpan(0, last).LastIndexOf("PK\u0001\u0002"u8);
        file.AsSpan(before + 42, 4).CopyTo(file.AsSpan(last + 42));
        "word/a.xml"u8.CopyTo(file.AsSpan(last + 46));
        "word/b.xml"u8.CopyTo(file.AsSpan(before + 46));
        return file;
    }

    private static byte[] Lying(int by)
    {
        var file = Files.Docx(parts: [("word/a.xml", new string('x', 200))]);
        var last = file.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(last + 24), 200 + by);
        return file;
    }

    private static byte[] Gap()
    {
        var file = Files.Docx();
        var directory = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        byte[] wide = [.. file[..directory], .. new byte[40], .. file[directory..]];
        var end = wide.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        BinaryPrimitives.WriteInt32LittleEndian(wide.AsSpan(end + 16), directory + 40);
        return wide;
    }
}
