using Onboarding.Core.Imports;

namespace Onboarding.Portal.Features.Stage1Intake.Imports;

/// <summary>The words about a column of an import file.</summary>
internal static class ColumnHelp
{
    /// <summary>What it holds, how that is written, and for whom it is.</summary>
    public static string Meaning(ImportColumn column)
    {
        string[] parts = [column.Path == ImportColumns.ConsentVersionPath ? ImportText.PolicyVersion : DomainTexts.Field(column.Path), .. Shape(column), .. column.Kind is { } kind ? [DomainTexts.Of(kind)] : Array.Empty<string>()];
        return string.Join(" · ", parts);
    }

    /// <summary>In which files it must be.</summary>
    public static string Demand(ImportColumn column) => column.Demand switch
    {
        ColumnDemand.Optional => ImportText.DemandOptional,
        ColumnDemand.Always => ImportText.DemandAlways,
        ColumnDemand.Persons => ImportText.DemandPersons,
        ColumnDemand.Businesses => ImportText.DemandBusinesses,
        ColumnDemand.Citizens => ImportText.DemandCitizens,
        ColumnDemand.Foreigners => ImportText.DemandForeigners,
    };

    private static string[] Shape(ImportColumn column) => column.Shape switch
    {
        CellShape.Number => [ImportText.ShapeNumber],
        CellShape.Telephone => [ImportText.ShapeTelephone],
        CellShape.Date => [ImportText.ShapeDate],
        CellShape.Choice => [string.Join(", ", ImportWords.Usual(column))],
        CellShape.Text => [],
    };
}
