namespace DpsPortal.Sealing;

/// <summary>A secret in a file that its user alone reads.</summary>
public static class SecretFile
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Made up the first time; of two processes that start at one moment the first one's stays.</summary>
    public static string ReadOrMake(string path, Func<string> make)
    {
        if (!File.Exists(path))
        {
            Folder(Path.GetDirectoryName(path)!);
            var made = $"{path}.{Guid.NewGuid():N}.new";
            Write(made, make());
            try
            {
                File.Move(made, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(made);
            }
        }

        return File.ReadAllText(path);
    }

    /// <summary>In one step: whoever reads meanwhile reads what was there before.</summary>
    public static void Replace(string path, string text)
    {
        Folder(Path.GetDirectoryName(path)!);
        var made = $"{path}.{Guid.NewGuid():N}.new";
        Write(made, text);
        File.Move(made, path, overwrite: true);
    }

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
        writer.Flush();
        ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
    }

    private static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnFile | UnixFileMode.UserExecute);
        }
    }
}
