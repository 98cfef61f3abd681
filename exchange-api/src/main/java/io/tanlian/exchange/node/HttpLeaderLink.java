package io.tanlian.exchange.node;

import io.tanlian.exchange.outbound.PinnedTls;
import io.tanlian.ledger.election.NodeAddress;
import io.tanlian.ledger.forward.LeaderLink;
import io.tanlian.ledger.forward.OutcomeMessage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends appends to the leader over HTTPS, to nobody but the node that was elected. */
final class HttpLeaderLink implements LeaderLink, AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /** Longer than a sequencer takes to answer. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(35);

  private static final Executor CALLBACKS = Thread::startVirtualThread;

  private final NodeToken tokens;
  private final InstantSource clock;
  private @Nullable Connections connections;

  HttpLeaderLink(NodeToken tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<byte[]> send(NodeAddress leader, byte[] appendMessage) {
    if (!"https".equals(leader.url().getScheme())) {
      return CompletableFuture.failedFuture(new IOException("not an https address: " + leader));
    }
    HttpRequest request =
        HttpRequest.newBuilder(leader.url().resolve(AppendController.PATH))
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "application/octet-stream")
            .header(
                "Authorization",
                NodeTokenFilter.SCHEME + tokens.issue(appendMessage, clock.instant()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(appendMessage))
            .build();
    CompletableFuture<HttpResponse<byte[]>> sent =
        clientFor(leader)
            .sendAsync(
                request,
                HttpResponse.BodyHandlers.limiting(
                    HttpResponse.BodyHandlers.ofByteArray(), OutcomeMessage.BYTES_MAX));
    CompletableFuture<byte[]> answer =
        sent.orTimeout(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .thenCompose(HttpLeaderLink::body);
    var _ = answer.whenComplete((_, _) -> sent.cancel(true));
    return answer;
  }

  private static CompletableFuture<byte[]> body(HttpResponse<byte[]> response) {
    return response.statusCode() == 200
        ? CompletableFuture.completedFuture(response.body())
        : CompletableFuture.failedFuture(
            new IOException("the leader answered with status " + response.statusCode()));
  }

  private record Connections(NodeAddress leader, HttpClient client) {}

  private synchronized HttpClient clientFor(NodeAddress leader) {
    if (connections == null || !connections.leader().equals(leader)) {
      close();
      connections =
          new Connections(
              leader,
              HttpClient.newBuilder()
                  .version(HttpClient.Version.HTTP_1_1)
                  .connectTimeout(CONNECT_TIMEOUT)
                  .followRedirects(HttpClient.Redirect.NEVER)
                  .executor(CALLBACKS)
                  .sslContext(PinnedTls.context(leader.tlsFingerprint()))
                  .build());
    }
    return connections.client();
  }

  @Override
  public synchronized void close() {
    if (connections != null) {
      connections.client().shutdownNow();
      connections = null;
    }
  }
}
