package io.tanlian.example.battery.endtoend;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.contracts.statement.SignedStatement;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Requests sent once, as they are: what a client sees that does not try again. */
final class RawRequests implements AutoCloseable {
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(45);
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final HttpClient http;
  private final URI server;
  private final ClientLogin login;
  private final String token;

  /** Takes a token while the service still gives one. */
  RawRequests(ServiceAccess access) throws GeneralSecurityException {
    SSLContext anyCertificate = SSLContext.getInstance("TLS");
    anyCertificate.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
    this.http = HttpClient.newBuilder().sslContext(anyCertificate).build();
    this.server = access.credentials().server().uri();
    this.login = access.credentials().login().orElseThrow();
    Matcher answer =
        TOKEN.matcher(http.sendAsync(tokenRequest(), BodyHandlers.ofString()).join().body());
    if (!answer.find()) {
      throw new AssertionError("no token");
    }
    this.token = answer.group(1);
  }

  /** Every kind of request that needs the database, all at once; answers by request. */
  Map<String, HttpResponse<String>> sendAll(SignedStatement statement) {
    Map<String, HttpRequest> requests = new LinkedHashMap<>();
    requests.put("token", tokenRequest());
    requests.put("checkpoint", get("/checkpoint"));
    requests.put("entries", get("/tile/entries/000.p/2"));
    requests.put("tile", get("/tile/0/000.p/2"));
    requests.put("statement", get("/v1/statements/urn:uuid:5a1d8b7c-0000-4000-8000-000000000000"));
    requests.put("roll-up", get("/v1/products/urn:example:product:1/footprint"));
    requests.put("pact", get("/3/footprints"));
    requests.put(
        "publish",
        request("/v1/statements")
            .header("Content-Type", "application/vc+sd-jwt")
            .POST(BodyPublishers.ofString(statement.format()))
            .build());
    Map<String, CompletableFuture<HttpResponse<String>>> sent = new LinkedHashMap<>();
    requests.forEach(
        (name, request) -> sent.put(name, http.sendAsync(request, BodyHandlers.ofString())));
    Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
    sent.forEach((name, answer) -> answers.put(name, answer.join()));
    return answers;
  }

  private HttpRequest tokenRequest() {
    String basic = login.clientId() + ":" + login.clientSecret();
    return HttpRequest.newBuilder(server.resolve("/auth/token"))
        .timeout(ANSWER_TIMEOUT)
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
        .build();
  }

  private HttpRequest get(String path) {
    return request(path).GET().build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(ANSWER_TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** These tests are about answers, not about who gives them. */
  private static final class Trusting extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
