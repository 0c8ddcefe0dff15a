using System.Text;

namespace DpsPortal.HttpApi.Host.Tests.Spend;

/// <summary>Reads a CSV file by RFC 4180, by itself: not with the library that wrote it.</summary>
internal static class Csv
{
    public static List<List<string>> Read(byte[] file)
    {
        var (text, records, record, field) =
            (Encoding.UTF8.GetString(file), new List<List<string>>(), new List<string>(), new StringBuilder());
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                record.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    records.Add(record);
                    record = [];
                }
            }
            else if (quoted || c != '\r')
            {
                field.Append(c);
            }
        }

        return records;
    }
}
