package io.tanlian.cli.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.encoding.StrictUtf8;
import io.tanlian.tlog.witness.AddCheckpoint;
import io.tanlian.tlog.witness.WitnessAnswer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** A witness over HTTP (C2SP tlog-witness). */
final class WitnessServer implements AutoCloseable {
  /** A checkpoint with some dozens of signatures has a tenth of this. */
  static final int REQUEST_BYTES_MAX = 256 * 1024;

  /** Each connection has at most one request, and so one thread, at a time. */
  static final int CONNECTIONS_MAX = 256;

  /** From a request's first byte to its last, and the same again for the answer. */
  static final int REQUEST_SECONDS_MAX = 15;

  private static final int STOP_SECONDS_MAX = 10;
  private static final String TEXT = "text/plain; charset=utf-8";

  static {
    // The JDK's server reads its limits from here only, once, when it is first used.
    System.setProperty("jdk.httpserver.maxConnections", Integer.toString(CONNECTIONS_MAX));
    System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(REQUEST_SECONDS_MAX));
    System.setProperty("sun.net.httpserver.maxRspTime", Integer.toString(REQUEST_SECONDS_MAX));
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, WitnessedLog> logsByOrigin;
  private final Consumer<String> journal;

  private WitnessServer(
      HttpServer http, Map<String, WitnessedLog> logsByOrigin, Consumer<String> journal) {
    this.http = http;
    this.logsByOrigin = Map.copyOf(logsByOrigin);
    this.journal = journal;
    http.setExecutor(threads);
    http.createContext("/", this::handle);
    http.start();
  }

  /**
   * Starts to answer.
   *
   * @param tls the certificate to show; plain HTTP without one
   * @param journal told, in words, of what an operator should look into
   */
  static WitnessServer start(
      InetSocketAddress address,
      Optional<SSLContext> tls,
      Map<String, WitnessedLog> logsByOrigin,
      Consumer<String> journal)
      throws IOException {
    HttpServer http;
    if (tls.isPresent()) {
      HttpsServer https = HttpsServer.create(address, 0);
      https.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
      http = https;
    } else {
      http = HttpServer.create(address, 0);
    }
    return new WitnessServer(http, logsByOrigin, journal);
  }

  int port() {
    return http.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(AddCheckpoint.PATH)) {
        send(exchange, 404, TEXT, "A witness answers at " + AddCheckpoint.PATH + " only.\n");
      } else if (!exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("Allow", "POST");
        send(exchange, 405, TEXT, "Send a checkpoint with POST.\n");
      } else {
        addCheckpoint(exchange);
      }
    } catch (RuntimeException unforeseen) {
      journal.accept("a request failed: " + unforeseen);
      throw unforeseen;
    }
  }

  private void addCheckpoint(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(REQUEST_BYTES_MAX + 1);
    if (body.length > REQUEST_BYTES_MAX) {
      send(exchange, 413, TEXT, "A request has at most " + REQUEST_BYTES_MAX + " bytes.\n");
      return;
    }
    WitnessedLog.Said said;
    try {
      said = answer(body);
    } catch (IOException e) {
      journal.accept("the checkpoint could not be remembered, so it was not cosigned: " + e);
      send(exchange, 500, TEXT, "The witness cannot keep its state; nothing was cosigned.\n");
      return;
    }
    String type = said.answer() instanceof WitnessAnswer.Conflict ? WitnessAnswer.SIZE_TYPE : TEXT;
    send(exchange, said.answer().status(), type, words(said));
  }

  private WitnessedLog.Said answer(byte[] body) throws IOException {
    AddCheckpoint request;
    try {
      request = AddCheckpoint.parse(StrictUtf8.decode(body));
    } catch (MalformedException e) {
      return refused(new WitnessAnswer.Malformed(e.getMessage()));
    }
    WitnessedLog log = logsByOrigin.get(request.treeHead().origin());
    if (log == null) {
      return refused(new WitnessAnswer.UnknownOrigin(request.treeHead().origin()));
    }
    WitnessedLog.Said said = log.answer(request);
    if (said.answer() instanceof WitnessAnswer.Inconsistent(String reason)) {
      journal.accept(
          "INCONSISTENT: %s signed size %d with root %s, without proof that it continues what was cosigned: %s"
              .formatted(
                  request.treeHead().origin(),
                  request.treeHead().size(),
                  request.treeHead().root().base64(),
                  reason));
    }
    return said;
  }

  private static WitnessedLog.Said refused(WitnessAnswer answer) {
    return new WitnessedLog.Said(answer, Optional.empty());
  }

  private static String words(WitnessedLog.Said said) {
    return switch (said.answer()) {
      case WitnessAnswer.Cosign _ -> said.cosignature().orElseThrow().format() + "\n";
      case WitnessAnswer.Conflict(long size) -> size + "\n";
      case WitnessAnswer.UnknownOrigin _ -> "This witness was not told of a log of that origin.\n";
      case WitnessAnswer.Malformed(String reason) -> reason + "\n";
      case WitnessAnswer.NotSigned(String reason) -> reason + "\n";
      case WitnessAnswer.Inconsistent(String reason) -> reason + "\n";
    };
  }

  private static void send(HttpExchange exchange, int status, String type, String words)
      throws IOException {
    byte[] body = StrictUtf8.encode(words);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /** Finishes the requests under way, and takes no more. */
  @Override
  public void close() {
    http.stop(STOP_SECONDS_MAX);
    threads.close();
  }
}
