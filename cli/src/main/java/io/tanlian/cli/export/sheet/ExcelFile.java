package io.tanlian.cli.export.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes spreadsheets as one Excel workbook (Office Open XML, {@code .xlsx}). */
public final class ExcelFile {
  private static final String APPLICATION = "Tanlian";

  /** Office Open XML wants two numbers here; ours says nothing to a spreadsheet. */
  private static final String APPLICATION_VERSION = "1.0";

  private static final String HEADER_COLOUR = "DDE7E0";

  private ExcelFile() {}

  public static byte[] bytes(List<Sheet> sheets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, APPLICATION, APPLICATION_VERSION)) {
      for (Sheet sheet : sheets) {
        write(sheet, workbook.newWorksheet(sheet.name()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void write(Sheet sheet, Worksheet worksheet) {
    for (int column = 0; column < sheet.columns().size(); column++) {
      worksheet.width(column, sheet.columns().get(column).widthChars());
      worksheet.value(0, column, CellText.of(sheet.columns().get(column).header()));
      worksheet
          .style(0, column)
          .bold()
          .fillColor(HEADER_COLOUR)
          .wrapText(true)
          .verticalAlignment("top")
          .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
          .set();
    }
    worksheet.freezePane(0, 1);
    for (int row = 0; row < sheet.rows().size(); row++) {
      List<Cell> cells = sheet.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        write(cells.get(column), worksheet, row + 1, column);
      }
    }
  }

  private static void write(Cell cell, Worksheet worksheet, int row, int column) {
    switch (cell) {
      case Cell.Empty() -> {}
      case Cell.Text(String text) -> {
        worksheet.value(row, column, CellText.of(text));
        worksheet.style(row, column).wrapText(true).verticalAlignment("top").set();
      }
      case Cell.Figure(var figure) -> {
        worksheet.value(row, column, figure);
        worksheet.style(row, column).verticalAlignment("top").set();
      }
      case Cell.Whole(long number) -> {
        worksheet.value(row, column, number);
        worksheet.style(row, column).format("0").verticalAlignment("top").set();
      }
      case Cell.Day(var day) -> {
        worksheet.value(row, column, day);
        worksheet.style(row, column).format("yyyy-mm-dd").verticalAlignment("top").set();
      }
      case Cell.Month(var month) -> {
        worksheet.value(row, column, month.atDay(1));
        worksheet.style(row, column).format("yyyy-mm").verticalAlignment("top").set();
      }
    }
  }
}
