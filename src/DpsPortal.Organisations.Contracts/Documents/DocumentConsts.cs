namespace DpsPortal.Organisations.Documents;

public static class DocumentConsts
{
    /// <summary>25 MB, in bytes.</summary>
    public const long MaxSize = 26_214_400;

    /// <summary>In characters.</summary>
    public const int MaxNameLength = 200;
}
