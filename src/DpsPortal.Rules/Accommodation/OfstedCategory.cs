namespace DpsPortal.Rules.Accommodation;

/// <summary>The four categories of supported accommodation. Source: SI 2023/416, reg. 2.</summary>
public enum OfstedCategory
{
    SelfContained,
    SharedRingFenced,
    SharedNotRingFenced,
    PrivateResidence,
}
