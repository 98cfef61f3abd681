package io.tanlian.ledger.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.ledger.AppendOutcome;
import io.tanlian.tlog.checkpoint.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the callers of a node tried and were told, a line each, written before anything else is
 * done: what a killed process has written, the file has.
 */
final class LoadJournal {
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final FileChannel file;

  private LoadJournal(FileChannel file) {
    this.file = file;
  }

  /** A line that is whole. */
  sealed interface Line {
    /** The entries of one append. */
    List<UUID> events();
  }

  record Tried(List<UUID> events) implements Line {}

  /** The sequencer said so. */
  record Acknowledged(List<UUID> events, long firstIndex, long treeSize, List<Receipt> receipts)
      implements Line {}

  /** The sequencer answered a second try that the first is on the ledger. */
  record Found(List<UUID> events, long firstIndex) implements Line {}

  static LoadJournal append(Path file) throws IOException {
    return new LoadJournal(
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  void tried(List<UUID> events) {
    write("tried " + format(events));
  }

  void acknowledged(List<UUID> events, AppendOutcome.Appended appended) {
    String receipts =
        appended.receipts().stream()
            .map(receipt -> BASE64.encodeToString(receipt.format().getBytes(UTF_8)))
            .collect(Collectors.joining(","));
    write(
        "acknowledged %s %d %d %s"
            .formatted(format(events), appended.firstIndex(), appended.treeSize(), receipts));
  }

  void found(List<UUID> events, long firstIndex) {
    write("found %s %d".formatted(format(events), firstIndex));
  }

  /** A caller met what must never happen. */
  void broken(Exception e) {
    write("broken " + e.toString().replace('\n', ' '));
  }

  private static String format(List<UUID> events) {
    return events.stream().map(UUID::toString).collect(Collectors.joining(","));
  }

  private synchronized void write(String line) {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(US_ASCII));
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a journal while it grows. */
  static final class Reader {
    private final Path file;
    private long offset;

    Reader(Path file) {
      this.file = file;
    }

    /**
     * The lines written since the last time.
     *
     * @throws AssertionError if a caller met what must never happen
     */
    List<Line> more() throws IOException {
      if (!Files.exists(file)) {
        return List.of();
      }
      byte[] bytes;
      try (FileChannel channel = FileChannel.open(file)) {
        ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - offset));
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {}
        bytes = Arrays.copyOf(buffer.array(), buffer.position());
      }
      String text = new String(bytes, US_ASCII);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      offset += whole.length();
      List<Line> lines = new ArrayList<>();
      whole.lines().forEach(line -> lines.add(parse(line)));
      return lines;
    }

    private static Line parse(String line) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("broken")) {
        throw new AssertionError(line);
      }
      List<UUID> events = Arrays.stream(words[1].split(",", -1)).map(UUID::fromString).toList();
      return switch (words[0]) {
        case "tried" -> new Tried(events);
        case "acknowledged" ->
            new Acknowledged(
                events,
                Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Arrays.stream(words[4].split(",", -1)).map(Reader::receipt).toList());
        case "found" -> new Found(events, Long.parseLong(words[2]));
        default -> throw new AssertionError("not a line of a journal: " + line);
      };
    }

    private static Receipt receipt(String base64) {
      return Receipt.parse(new String(Base64.getDecoder().decode(base64), UTF_8));
    }
  }
}
