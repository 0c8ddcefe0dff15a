using System.ComponentModel.DataAnnotations;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// For words that leave the organisation of who writes them, in a letter, a question or a history that others read:
/// nothing in them may tell who the young person is. Source: domain §4.3, facts 17 and 19.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WithoutIdentifiersAttribute : ValidationAttribute
{
    /// <summary>Characters. All rules of an input are asked, so this one also meets what another calls too long.</summary>
    public const int Longest = PrivacyCheck.Longest;

    /// <summary>
    /// Names of people and schools as well: for what strangers read. Officers name colleagues in reasons, so it is asked
    /// for where it is wanted.
    /// </summary>
    public bool Names { get; set; }

    public override bool RequiresValidationContext => true;

    /// <returns>A sentence that names what was found by kind, never the words themselves.</returns>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is string { Length: > Longest })
        {
            return new ValidationResult("Use fewer words: this text is too long to be checked.");
        }

        var clock = (TimeProvider?)validationContext.GetService(typeof(TimeProvider)) ?? TimeProvider.System;
        var (text, today) = (value as string ?? "", LondonTime.DateOf(clock.GetUtcNow()));
        var findings = Names ? PrivacyCheck.Read(text, today).Findings : PrivacyCheck.Find(text, today);
        var kinds = findings.Select(found => InWords(found.Kind)).Distinct().ToList();
        return kinds.Count == 0
            ? ValidationResult.Success
            : new ValidationResult($"This looks like {Listed(kinds)}. Take out what tells who the young person is.");
    }

    private static string Listed(List<string> kinds) =>
        kinds.Count == 1 ? kinds[0] : $"{string.Join(", ", kinds.SkipLast(1))} and {kinds[^1]}";

    private static string InWords(IdentifierKind kind) => kind switch
    {
        IdentifierKind.DateOfBirth => "a date of birth",
        IdentifierKind.NhsNumber => "an NHS number",
        IdentifierKind.Upn => "a unique pupil number",
        IdentifierKind.NationalInsuranceNumber => "a National Insurance number",
        IdentifierKind.HomeOfficeReference => "a Home Office reference",
        IdentifierKind.Postcode => "a full postcode",
        IdentifierKind.Address => "a street address",
        IdentifierKind.Phone => "a telephone number",
        IdentifierKind.Email => "an email address",
        IdentifierKind.SocialMediaHandle => "a name on social media",
        IdentifierKind.VehicleRegistration => "a car registration",
        IdentifierKind.CaseReference => "a case or record number",
        IdentifierKind.CourtCaseNumber => "a court case number",
        IdentifierKind.PersonName => "somebody’s name",
        IdentifierKind.SchoolName => "the name of a school or college",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
