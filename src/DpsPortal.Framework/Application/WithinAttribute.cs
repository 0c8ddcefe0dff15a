using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace DpsPortal.Framework.Application;

/// <summary>
/// Of an amount that whoever types it may not see in this unit, so that its bounds are not told. A range of whole numbers
/// converts what it is asked about to 32 bits, and fails with the framework's words where that is not possible.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WithinAttribute(double least, double most) : RangeAttribute(least, most)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        IsValid(value) ? ValidationResult.Success
        : Convert.ToDouble(value, CultureInfo.InvariantCulture) > (double)Maximum
            ? new ValidationResult("Enter a smaller number")
            : new ValidationResult("Enter a larger number");
}
