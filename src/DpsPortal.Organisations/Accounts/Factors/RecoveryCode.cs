using System.Security.Cryptography;
using System.Text;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>A code that replaces a lost app or passkey, once. The row goes with its use.</summary>
internal sealed class RecoveryCode : Entity
{
    public const int SaltBytes = 16;

    /// <summary>Without the letters and digits that are taken for one another.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Nearly 60 random bits need few rounds. Source: OWASP ASVS 5.0, 6.5.2 and 6.5.3.</summary>
    private const int Iterations = 20_000;

    private const int GroupLength = 4;
    private const int Groups = 3;

    public RecoveryCode(Guid id, Guid userId, byte[] salt, string hash) : base(id)
    {
        UserId = userId;
        Salt = salt;
        Hash = hash;
    }

    private RecoveryCode()
    {
    }

    public Guid UserId { get; private set; }

    /// <summary>The same for all codes of a set, so that one hash finds any of them.</summary>
    public byte[] Salt { get; private set; } = [];

    public string Hash { get; private set; } = "";

    /// <summary>Shown once, like <c>k3hd-9wpa-tm4x</c>.</summary>
    public static string Create() => string.Join(
        '-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));

    public static string HashOf(string code, byte[] salt)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(plain), salt, Iterations, HashAlgorithmName.SHA512, 32));
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("recovery_codes", "organisations");
        code.Property(c => c.Salt).HasMaxLength(RecoveryCode.SaltBytes);
        code.Property(c => c.Hash).HasMaxLength(64);
        code.HasOne<User>().WithMany().HasForeignKey(c => c.UserId);

        // A person's own set.
        code.HasIndex(c => new { c.UserId, c.Hash }).IsUnique();
    }
}
