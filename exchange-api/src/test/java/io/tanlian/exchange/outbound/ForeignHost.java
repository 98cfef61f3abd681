package io.tanlian.exchange.outbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Another company's HTTPS server on this machine, with a certificate that no authority knows. */
public final class ForeignHost implements AutoCloseable {
  private static final char[] PASSWORD = "of-a-test".toCharArray();

  private final HttpServer server;
  private final String scheme;
  private final String fingerprint;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Behaviour behaviour;

  /** A request as it came. */
  public record Received(String method, URI path, Map<String, List<String>> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  /** What the host does with a request. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(Received request, HttpExchange exchange) throws IOException, InterruptedException;
  }

  private ForeignHost(HttpServer server, String scheme, String fingerprint, Behaviour behaviour) {
    this.server = server;
    this.scheme = scheme;
    this.fingerprint = fingerprint;
    this.behaviour = behaviour;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static ForeignHost start(Behaviour behaviour) throws Exception {
    return start(0, behaviour);
  }

  /** A host at a port that was in use before. */
  public static ForeignHost start(int port, Behaviour behaviour) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair key = generator.generateKeyPair();
    X509Certificate certificate = certificate(key);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("host", key.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
    KeyManagerFactory managers = KeyManagerFactory.getInstance("SunX509");
    managers.init(keys, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(loopback(port), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new ForeignHost(
        server,
        "https",
        "sha256:"
            + HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())),
        behaviour);
  }

  public static ForeignHost startWithoutTls(Behaviour behaviour) throws IOException {
    return new ForeignHost(HttpServer.create(loopback(0), 0), "http", "", behaviour);
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static X509Certificate certificate(KeyPair key) throws Exception {
    Instant now = Instant.now();
    X500Name name = new X500Name("CN=localhost");
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(now.toEpochMilli()),
                    Date.from(now.minus(1, ChronoUnit.DAYS)),
                    Date.from(now.plus(1, ChronoUnit.DAYS)),
                    name,
                    key.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Received request =
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      received.add(request);
      behaviour.answer(request, exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  public void behave(Behaviour next) {
    behaviour = next;
  }

  /** {@code https://localhost:PORT}. */
  public URI url() {
    return URI.create(scheme + "://localhost:" + port());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public HostPort hostPort() {
    return new HostPort("localhost", port());
  }

  public String fingerprint() {
    return fingerprint;
  }

  /** Lets calls come here: by name to this machine, with this certificate. */
  public OutboundRules rules() {
    return new OutboundRules(
        Set.of(hostPort()), fingerprint.isEmpty() ? Map.of() : Map.of(hostPort(), fingerprint));
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
