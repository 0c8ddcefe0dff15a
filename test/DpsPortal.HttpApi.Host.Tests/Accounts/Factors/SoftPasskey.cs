using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DpsPortal.HttpApi.Host.Tests.Accounts.Factors;

/// <summary>
/// A passkey in software, so that its answers can be wrong on purpose. Source: W3C WebAuthn level 3, sections 6.1 and
/// 6.5; RFC 9053 for the key.
/// </summary>
internal sealed class SoftPasskey : IDisposable
{
    public const string Origin = "http://localhost:5080";

    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _userHandle = "";
    private uint _uses;

    /// <summary>False: the device did not ask who holds it.</summary>
    public bool Verifies { get; set; } = true;

    public string Register(string options, string origin = Origin)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        _userHandle = asked.GetProperty("user").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(false).Q;
        byte[] cose =
        [
            0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!,
        ];
        byte[] data =
        [
            .. Data(asked.GetProperty("rp").GetProperty("id").GetString()!, HasCredential),
            .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose,
        ];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8,
            0x58, (byte)data.Length, .. data,
        ];
        return Credential(new
        {
            clientDataJSON = Text(ClientData("webauthn.create", asked, origin)),
            attestationObject = Text(attestation),
            transports = new[] { "internal" },
        });
    }

    public string SignIn(string options, string origin = Origin)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        var client = ClientData("webauthn.get", asked, origin);
        _uses++;
        var data = Data(asked.GetProperty("rpId").GetString()!, 0);
        byte[] signed = [.. data, .. SHA256.HashData(client)];
        return Credential(new
        {
            clientDataJSON = Text(client),
            authenticatorData = Text(data),
            signature = Text(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            userHandle = _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(string domain, byte flags)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(domain)).CopyTo(data, 0);
        data[32] = (byte)(UserPresent | (Verifies ? UserVerified : 0) | flags);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), _uses);
        return data;
    }

    private static byte[] ClientData(string type, JsonElement asked, string origin) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = asked.GetProperty("challenge").GetString(), origin, crossOrigin = false });

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Text(_id),
        rawId = Text(_id),
        type = "public-key",
        clientExtensionResults = new { },
        response,
    });

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
