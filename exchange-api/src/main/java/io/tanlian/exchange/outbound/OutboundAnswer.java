package io.tanlian.exchange.outbound;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of a call. */
public sealed interface OutboundAnswer {

  /**
   * The host answered.
   *
   * @param headers by name in lower case
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answered(int status, Map<String, List<String>> headers, byte[] body)
      implements OutboundAnswer {
    private static final int WORDS_MAX = 300;

    public Answered {
      headers = Map.copyOf(headers);
    }

    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** The first header of this name. */
    public Optional<String> header(String name) {
      return all(name).stream().findFirst();
    }

    /** All headers of this name. */
    public List<String> all(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** What a stranger's server says, fit for a line of a table. */
    public String words() {
      String text =
          new String(body, StandardCharsets.UTF_8).replaceAll("[^\\x20-\\x7e]+", " ").strip();
      return text.length() > WORDS_MAX ? text.substring(0, WORDS_MAX) + "..." : text;
    }

    @Override
    public String toString() {
      return "Answered[" + status + ", " + body.length + " bytes]";
    }
  }

  /** There was no answer, or not all of it; a later call may get one. */
  record Failed(String words) implements OutboundAnswer {}

  /** No call was made, for it may not go there. */
  record Refused(String words) implements OutboundAnswer {}
}
