package io.tanlian.exchange.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.checkpoint.Cosignature;
import io.tanlian.tlog.encoding.StrictDecimal;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.note.NoteSignature;
import io.tanlian.tlog.note.SignedNote;
import io.tanlian.tlog.witness.AddCheckpoint;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Sends checkpoints to witnesses (C2SP tlog-witness), and believes only what verifies. */
final class WitnessClient implements AutoCloseable {

  /** A cosignature line has about 150 bytes; a witness may have several keys. */
  static final int ANSWER_BYTES_MAX = 64 * 1024;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
  private static final int WORDS_MAX = 200;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Submission submit(ConfiguredWitness witness, AddCheckpoint request) throws InterruptedException {
    HttpRequest post =
        HttpRequest.newBuilder(witness.addCheckpoint())
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(BodyPublishers.ofString(request.format(), UTF_8))
            .build();
    try {
      return read(
          witness,
          request.checkpoint(),
          http.send(post, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX)));
    } catch (MalformedException e) {
      return new Submission.Failed("its answer cannot be read: " + e.getMessage());
    } catch (IOException e) {
      return new Submission.Failed("no answer: " + e);
    }
  }

  private static Submission read(
      ConfiguredWitness witness, SignedNote checkpoint, HttpResponse<byte[]> answer) {
    return switch (answer.statusCode()) {
      case 200 -> cosigned(witness, checkpoint, StrictUtf8.decode(answer.body()));
      case 409 -> new Submission.Elsewhere(size(StrictUtf8.decode(answer.body())));
      case 422 -> new Submission.Accused(words(answer.body()));
      default ->
          new Submission.Failed(
              "it answered with status " + answer.statusCode() + ": " + words(answer.body()));
    };
  }

  private static Submission cosigned(
      ConfiguredWitness witness, SignedNote checkpoint, String lines) {
    SignedNote answered = SignedNote.parse(checkpoint.text() + "\n" + lines);
    List<NoteSignature> own =
        answered.signatures().stream().filter(witness.key()::isNamedBy).limit(1).toList();
    if (own.isEmpty()) {
      return new Submission.Failed("its answer holds no line by " + witness.id());
    }
    return switch (Cosignature.verify(new SignedNote(checkpoint.text(), own), witness.key())) {
      case Cosignature.Given(String _, var time) -> new Submission.Cosigned(own.getFirst(), time);
      case Cosignature.Absent(String reason) -> new Submission.Failed(reason);
    };
  }

  private static long size(String body) {
    return StrictDecimal.parse(body.endsWith("\n") ? body.substring(0, body.length() - 1) : body);
  }

  /** What a stranger's server says, fit for a line of the log. */
  private static String words(byte[] body) {
    String text = new String(body, UTF_8).replaceAll("[^\\x20-\\x7e]+", " ").strip();
    return text.length() > WORDS_MAX ? text.substring(0, WORDS_MAX) + "..." : text;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
