using System.Globalization;
using System.Text;
using DpsPortal.Framework.Emailing;

namespace DpsPortal.Adapters.Mail;

/// <summary>A mail that lies in the pickup folder.</summary>
/// <param name="At">Instant, UTC.</param>
public sealed record PickedUpMail(Guid Id, string To, string Subject, string Body, DateTime At);

/// <summary>Writes each mail as an <c>.eml</c> file instead of sending it: for demo, development and tests.</summary>
public sealed class PickupFolder(DataFolder data, TimeProvider clock) : IEmailTransport
{
    private readonly string _folder = data.Sub("mail");

    public async Task SendAsync(Guid messageId, string to, string subject, string body, CancellationToken ct)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Message-ID: <{messageId:N}@dps-portal.example.org>\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {clock.GetUtcNow():r}\r\n")
            .Append("From: DpsPortal <no-reply@example.org>\r\n")
            .Append(CultureInfo.InvariantCulture, $"To: {OneLine(to)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Subject: =?utf-8?B?{Base64(OneLine(subject))}?=\r\n")
            .Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n")
            .Append("Content-Transfer-Encoding: base64\r\n\r\n")
            .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(body), Base64FormattingOptions.InsertLineBreaks))
            .Append("\r\n");
        var path = Path.Combine(_folder, messageId.ToString("N") + ".eml");
        await File.WriteAllTextAsync(path + ".part", text.ToString(), ct);
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<PickedUpMail>> GetListAsync(CancellationToken ct)
    {
        var mails = new List<PickedUpMail>();
        foreach (var path in Directory.EnumerateFiles(_folder, "*.eml"))
        {
            mails.Add(Read(Path.GetFileNameWithoutExtension(path), await File.ReadAllTextAsync(path, ct)));
        }

        return [.. mails.OrderByDescending(m => m.At).ThenBy(m => m.Id)];
    }

    private static PickedUpMail Read(string id, string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = text[..end].Split("\r\n")
            .Select(line => line.Split(": ", 2))
            .ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
        var subject = headers["Subject"]["=?utf-8?B?".Length..^"?=".Length];
        return new PickedUpMail(
            Guid.Parse(id),
            headers["To"],
            Encoding.UTF8.GetString(Convert.FromBase64String(subject)),
            Encoding.UTF8.GetString(Convert.FromBase64String(text[end..])),
            DateTimeOffset.Parse(headers["Date"], CultureInfo.InvariantCulture).UtcDateTime);
    }

    /// <summary>A line break in an address or a subject would begin a header of somebody's choosing.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\r', ' ').Replace('\n', ' ');

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
