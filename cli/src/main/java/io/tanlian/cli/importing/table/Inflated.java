package io.tanlian.cli.importing.table;

import io.tanlian.cli.terminal.CannotRunException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** How large the parts of a workbook get when they are unpacked: a few bytes can hold gigabytes. */
final class Inflated {
  /** Most bytes of all parts together; a sheet of 100,000 full rows has about half of it. */
  static final long inflatedBytesMax = 512L * 1024 * 1024;

  /** Most bytes of a part that is held in memory as a whole, such as the table of texts. */
  static final long partBytesMax = 128L * 1024 * 1024;

  /** Most parts. */
  static final int partsMax = 1_000;

  private static final String SHEETS = "xl/worksheets/";

  private Inflated() {}

  /**
   * Unpacks every part once, as far as the limits.
   *
   * @throws CannotRunException if a limit is exceeded, or it is no archive
   */
  static void check(Path file, byte[] bytes) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (bytes.length != Files.size(file)) {
        throw new CannotRunException(file + " is being changed; try again.");
      }
      List<ZipEntry> parts = List.copyOf(Collections.list(zip.entries()));
      if (parts.size() > partsMax) {
        throw tooLarge(file, "%,d parts".formatted(partsMax));
      }
      long left = inflatedBytesMax;
      for (ZipEntry part : parts) {
        boolean streamed = part.getName().startsWith(SHEETS);
        left -= inflated(zip, part, streamed ? left : Math.min(left, partBytesMax), file);
      }
    } catch (IOException e) {
      throw new CannotRunException(
          file + " is a damaged workbook: open it in Excel and save it again.", e);
    }
  }

  private static long inflated(ZipFile zip, ZipEntry part, long bytesMax, Path file)
      throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long bytes = 0;
    try (InputStream in = zip.getInputStream(part)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > bytesMax) {
          throw tooLarge(file, "%,d bytes in %s".formatted(bytesMax, part.getName()));
        }
      }
    }
    return bytes;
  }

  private static CannotRunException tooLarge(Path file, String limit) {
    return new CannotRunException(
        "%s unpacks to more than %s: copy the rows into a new workbook, or split it."
            .formatted(file, limit));
  }
}
