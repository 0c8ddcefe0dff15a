namespace DpsPortal.Adapters.Spreadsheets;

/// <summary>The parts of a workbook that do not depend on its rows.</summary>
internal static class XlsxParts
{
    public const int HeadingStyle = 1;
    public const int DateStyle = 2;
    public const int MoneyStyle = 3;
    public const int WholeNumberStyle = 4;
    public const int MeasureStyle = 5;

    public const string ContentTypes =
        Xml + $"""<Types xmlns="{Package}/content-types">"""
        + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
        + $"""<Override PartName="/xl/workbook.xml" ContentType="{Spreadsheet}.sheet.main+xml"/>"""
        + $"""<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Spreadsheet}.worksheet+xml"/>"""
        + $"""<Override PartName="/xl/styles.xml" ContentType="{Spreadsheet}.styles+xml"/>"""
        + "</Types>";

    public const string PackageRelations =
        Xml + $"""<Relationships xmlns="{Package}/relationships">"""
        + $"""<Relationship Id="rId1" Type="{Relation}/officeDocument" Target="xl/workbook.xml"/>"""
        + "</Relationships>";

    public const string WorkbookRelations =
        Xml + $"""<Relationships xmlns="{Package}/relationships">"""
        + $"""<Relationship Id="rId1" Type="{Relation}/worksheet" Target="worksheets/sheet1.xml"/>"""
        + $"""<Relationship Id="rId2" Type="{Relation}/styles" Target="styles.xml"/>"""
        + "</Relationships>";

    /// <summary>The first row stays in view.</summary>
    public const string SheetStart =
        Xml + $"""<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0">"""
        + """<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"""
        + """<selection pane="bottomLeft" activeCell="A2" sqref="A2"/>"""
        + "</sheetView></sheetViews>"
        + """<sheetFormatPr defaultRowHeight="15"/>""";

    /// <summary>Formats in the order of the style numbers above.</summary>
    public const string Styles =
        Xml + $"""<styleSheet xmlns="{Main}">"""
        + """<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>"""
        + """<numFmt numFmtId="165" formatCode="&quot;£&quot;#,##0.00"/></numFmts>"""
        + """<fonts count="2"><font><sz val="11"/><name val="Arial"/></font>"""
        + """<font><b/><sz val="11"/><name val="Arial"/></font></fonts>"""
        + """<fills count="3"><fill><patternFill patternType="none"/></fill>"""
        + """<fill><patternFill patternType="gray125"/></fill>"""
        + """<fill><patternFill patternType="solid"><fgColor rgb="FFE3EFF0"/></patternFill></fill></fills>"""
        + """<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"""
        + """<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"""
        + """<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"""
        + """<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" """
        + """applyAlignment="1"><alignment vertical="bottom" wrapText="1"/></xf>"""
        + """<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"""
        + """<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"""
        + """<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"""
        + """<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>"""
        + """<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>"""
        + "</styleSheet>";

    private const string Xml = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <param name="sheet">Escaped; at most 31 characters.</param>
    public static string Workbook(string sheet) =>
        Xml + $"""<workbook xmlns="{Main}" xmlns:r="{Relation}"><bookViews><workbookView/></bookViews>"""
        + $"""<sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    /// <param name="table">The cells in use, e.g. <c>A1:C9</c>: the heading offers a filter over them.</param>
    public static string SheetEnd(string table) =>
        $"""</sheetData><autoFilter ref="{table}"/><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" """
        + """header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>""";
}
