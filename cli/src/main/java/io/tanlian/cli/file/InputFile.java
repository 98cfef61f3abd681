package io.tanlian.cli.file;

import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads whole files, up to a limit. */
public final class InputFile {
  /** The longest file read; a statement, a receipt or a key is far shorter. */
  public static final int fileBytesMax = StrictJson.documentBytesMax;

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private InputFile() {}

  /**
   * The file's bytes.
   *
   * @throws CannotRunException if it cannot be read, or is too long
   */
  public static byte[] bytes(Path file) {
    return bytes(file, fileBytesMax);
  }

  /**
   * The bytes of a file that may have {@code bytesMax} of them.
   *
   * @throws CannotRunException if it cannot be read, or is too long
   */
  public static byte[] bytes(Path file, int bytesMax) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(bytesMax + 1);
      if (bytes.length > bytesMax) {
        throw new CannotRunException(
            "%s has more than %,d bytes; is it the right file?".formatted(file, bytesMax));
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new CannotRunException("There is no file " + file + ".", e);
    } catch (AccessDeniedException e) {
      throw new CannotRunException("You may not read " + file + ".", e);
    } catch (IOException e) {
      throw new CannotRunException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** The file's text, as UTF-8. */
  public static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  /**
   * The JSON value in the file.
   *
   * @throws CannotRunException if it cannot be read or is not strict JSON
   */
  public static JsonNode json(Path file) {
    return switch (StrictJson.parse(bytes(file))) {
      case Outcome.Accepted<JsonNode>(JsonNode value) -> value;
      case Outcome.Refused<JsonNode>(var problems) ->
          throw new CannotRunException(
              "%s: %s %s"
                  .formatted(file, problems.getFirst().detail(), problems.getFirst().remedy()));
    };
  }

  /** Whether other users of this machine can read the file. */
  public static boolean isReadableByOthers(Path file) {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
