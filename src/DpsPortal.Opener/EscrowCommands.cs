using System.Security.Cryptography;
using System.Text.Json;
using DpsPortal.Sealing;

namespace DpsPortal.Opener;

/// <summary>What an operator types once, and at each drill.</summary>
internal static class EscrowCommands
{
    public const string Kek = "kek";

    /// <summary>Writes <c>escrow.json</c> and one file for each custodian.</summary>
    public static int Split(string keys, string into, TextWriter output)
    {
        if (!OpenerKeys.HasKeys(keys))
        {
            output.WriteLine($"{keys} is no folder of an Opener. Nothing was written.");
            return 1;
        }

        using var opener = new OpenerKeys(keys);
        var (custodians, file) = Escrow.Split(
            Convert.FromHexString(File.ReadAllText(Path.Combine(keys, Kek))), opener.Root.Public.Id);
        SecretFile.Replace(Path.Combine(into, "escrow.json"), SealingJson.WriteFile(file));
        foreach (var custodian in custodians)
        {
            SecretFile.Replace(
                Path.Combine(into, $"custodian-{custodian.Number}.json"), SealingJson.WriteFile(custodian));
        }

        output.WriteLine(
            $"Give each custodian one file and delete all three here. Keep escrow.json with the backup of {keys}. It is of "
            + $"the key {file.KeyId}.");
        return 0;
    }

    /// <summary>Puts <c>kek</c> back into a folder that was restored without it, if it opens what is there.</summary>
    public static int Recover(string keys, string escrow, string first, string second, TextWriter output)
    {
        var target = Path.Combine(keys, Kek);
        if (File.Exists(target))
        {
            output.WriteLine($"{target} is there already. Nothing was changed.");
            return 1;
        }

        try
        {
            var file = SealingJson.Read<EscrowFile>(File.ReadAllText(escrow));
            var kek = Escrow.Join(
                file, SealingJson.Read<Custodian>(File.ReadAllText(first)),
                SealingJson.Read<Custodian>(File.ReadAllText(second)));
            SecretFile.Replace(target, Convert.ToHexStringLower(kek));
            using var opener = new OpenerKeys(keys);
            if (opener.Root.Public.Id == file.KeyId)
            {
                output.WriteLine($"The folder opens with the key {file.KeyId}.");
                return 0;
            }
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            output.WriteLine($"The two files do not give the key of this folder: {e.Message}");
        }

        File.Delete(target);
        output.WriteLine("Nothing was changed.");
        return 1;
    }
}
