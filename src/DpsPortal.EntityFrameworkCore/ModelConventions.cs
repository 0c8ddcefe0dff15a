using System.Text;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DpsPortal.EntityFrameworkCore;

internal static class ModelConventions
{
    /// <summary>Keys are made by the creator; a root counts its saves and keeps what it recorded to itself.</summary>
    public static void ApplyAggregates(this ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Entity))))
        {
            var entity = builder.Entity(type.ClrType);
            entity.Property(nameof(Entity.Id)).ValueGeneratedNever();
            if (type.ClrType.IsAssignableTo(typeof(AggregateRoot)))
            {
                entity.Ignore(nameof(AggregateRoot.Events));
                entity.Ignore(nameof(AggregateRoot.AuditEntries));
                entity.Property<uint>(nameof(AggregateRoot.Version))
                    .HasConversion<long>().IsConcurrencyToken().HasDefaultValue(1u);
            }
        }
    }

    public static void ApplySnakeCase(this ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (type.IsMappedToJson())
            {
                continue;
            }

            type.SetTableName(Snake(type.GetTableName()!));
            Rename(type, "");
            foreach (var key in type.GetKeys())
            {
                key.SetName(Snake(key.GetName()!));
            }

            foreach (var foreignKey in type.GetForeignKeys())
            {
                foreignKey.SetConstraintName(Snake(foreignKey.GetConstraintName()!));
            }

            foreach (var index in type.GetIndexes())
            {
                index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            }
        }
    }

    private static void Rename(IMutableTypeBase type, string prefix)
    {
        foreach (var property in type.GetDeclaredProperties())
        {
            property.SetColumnName(prefix + Snake(property.Name));
        }

        foreach (var complex in type.GetDeclaredComplexProperties())
        {
            if (complex.ComplexType.IsMappedToJson())
            {
                complex.ComplexType.SetContainerColumnName(prefix + Snake(complex.Name));
            }
            else
            {
                Rename(complex.ComplexType, $"{prefix}{Snake(complex.Name)}_");
            }
        }
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            text.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
