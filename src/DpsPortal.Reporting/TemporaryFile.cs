using System.Security.Cryptography;

namespace DpsPortal.Reporting;

/// <summary>On disk, so that a report of any length takes no memory; its owner's only, and gone when closed.</summary>
internal static class TemporaryFile
{
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    /// <returns>SHA-256 in lower-case hex; the file is at its beginning afterwards.</returns>
    public static async Task<string> HashOfAsync(FileStream file, CancellationToken ct)
    {
        file.Position = 0;
        var hash = await SHA256.HashDataAsync(file, ct);
        file.Position = 0;
        return Convert.ToHexStringLower(hash);
    }
}
