package io.tanlian.cli.exchange;

import io.tanlian.cli.exchange.PinnedTrust.PinMismatchException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;

/** Sends requests with a deadline and a limit on the answer, and sends again what may be. */
final class Transport implements AutoCloseable {
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);

  /** Lets time pass between two tries. */
  @FunctionalInterface
  interface Pause {
    void during(Duration pause) throws InterruptedException;
  }

  private final ServerAddress server;
  private final HttpClient http;
  private final RetryPolicy policy;
  private final Pause pause;
  private final RandomGenerator random = RandomGenerator.getDefault();

  Transport(
      ServerAddress server, Optional<TlsFingerprint> pinned, RetryPolicy policy, Pause pause) {
    this.server = server;
    this.policy = policy;
    this.pause = pause;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER);
    pinned.map(PinnedTrust::context).ifPresent(builder::sslContext);
    this.http = builder.build();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(REQUEST_TIMEOUT)
        .header("User-Agent", "tanlian-cli");
  }

  /**
   * Sends a request, and again while the server is busy.
   *
   * @param repeatable whether doing it twice is the same as doing it once, so that it may be sent
   *     again when the connection was lost
   */
  Exchanged send(HttpRequest request, int answerBytesMax, boolean repeatable) {
    for (int attempt = 1; ; attempt++) {
      Exchanged came = once(request, answerBytesMax);
      boolean again =
          switch (came) {
            case Exchanged.Response response -> response.isBusy();
            case Exchanged.Lost lost -> repeatable;
            case Exchanged.Hopeless hopeless -> false;
          };
      if (!again || attempt == policy.attemptsMax()) {
        return came;
      }
      Optional<Duration> asked =
          came instanceof Exchanged.Response response
              ? response.retryAfter(Instant.now())
              : Optional.empty();
      Optional<Duration> wait = policy.pause(attempt, asked, random);
      if (wait.isEmpty()) {
        return came;
      }
      try {
        pause.during(wait.get());
      } catch (InterruptedException e) {
        return interrupted();
      }
    }
  }

  private Exchanged once(HttpRequest request, int answerBytesMax) {
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request, LimitedBody.of(answerBytesMax));
    try {
      // The request's own timeout ends with the answer's headers; this one covers its body too.
      HttpResponse<byte[]> response = sent.get(REQUEST_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      return new Exchanged.Response(response.statusCode(), response.headers(), response.body());
    } catch (ExecutionException e) {
      return failure(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      sent.cancel(true);
      return timedOut();
    } catch (InterruptedException e) {
      sent.cancel(true);
      return interrupted();
    }
  }

  private Exchanged failure(Throwable failure) {
    return switch (failure) {
      case LimitedBody.TooLongException tooLong -> new Exchanged.Hopeless(tooLong.words());
      case HttpConnectTimeoutException timeout -> nobodyAnswers();
      case ConnectException refused -> nobodyAnswers();
      case HttpTimeoutException timeout -> timedOut();
      case SSLException tls -> untrusted(tls);
      case IOException lost ->
          new Exchanged.Lost("The connection to " + server + " was lost; try again.");
      default -> throw new IllegalStateException("an HTTP client fails by IOException", failure);
    };
  }

  private Exchanged untrusted(SSLException tls) {
    for (Throwable cause = tls; cause != null; cause = cause.getCause()) {
      if (cause instanceof PinMismatchException mismatch) {
        return new Exchanged.Hopeless(mismatch.words());
      }
    }
    return new Exchanged.Hopeless(
        "No trusted TLS connection to "
            + server
            + ". If its certificate is self-signed, give its fingerprint, which the operator"
            + " prints, with --tls-fingerprint or as tlsFingerprint in the credentials file.");
  }

  private Exchanged nobodyAnswers() {
    return new Exchanged.Hopeless(
        "Nobody answers at " + server + ". Is the exchange running, and is the address right?");
  }

  private Exchanged timedOut() {
    return new Exchanged.Hopeless(
        "No answer from %s within %d s; try again later."
            .formatted(server, REQUEST_TIMEOUT.toSeconds()));
  }

  private static Exchanged interrupted() {
    Thread.currentThread().interrupt();
    return new Exchanged.Hopeless("Interrupted while waiting for the exchange.");
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
