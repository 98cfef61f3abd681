package io.tanlian.exchange.connection;

import io.tanlian.exchange.outbound.ForeignHost;
import io.tanlian.exchange.outbound.ForeignHost.Behaviour;
import io.tanlian.exchange.outbound.ForeignHost.Received;
import io.tanlian.exchange.outbound.OutboundRules;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Another company's PACT host: it gives tokens, and does as it is told with what brings one. */
public final class PactHost implements AutoCloseable {
  public static final String CLIENT = "our-client";
  public static final String SECRET = "s3cret/with+odd%signs";

  private final AtomicInteger issued = new AtomicInteger();
  private final ForeignHost host;
  private volatile Behaviour behaviour;
  private volatile int goodTokensFrom;

  private PactHost(Behaviour behaviour) throws Exception {
    this.behaviour = behaviour;
    this.host =
        ForeignHost.start((request, exchange) -> {
          if (request.path().getPath().equals("/auth/token")) {
            String basic =
                new String(
                    Base64.getDecoder().decode(request.header("Authorization").substring(6)),
                    StandardCharsets.UTF_8);
            if (basic.equals(CLIENT + ":" + SECRET)) {
              ForeignHost.answer(
                  exchange,
                  200,
                  "{\"access_token\":\"token-%d\",\"token_type\":\"bearer\",\"expires_in\":3600}"
                      .formatted(issued.incrementAndGet()));
            } else {
              ForeignHost.answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            }
          } else if (request.path().getPath().startsWith("/.well-known/")) {
            ForeignHost.answer(exchange, 404, "");
          } else if (isGood(request.header("Authorization"))) {
            this.behaviour.answer(request, exchange);
          } else {
            ForeignHost.answer(
                exchange, 401, "{\"code\":\"BadRequest\",\"message\":\"no good token\"}");
          }
        });
  }

  public static PactHost start(Behaviour behaviour) throws Exception {
    return new PactHost(behaviour);
  }

  private boolean isGood(String authorization) {
    return authorization.startsWith("Bearer token-")
        && Integer.parseInt(authorization.substring("Bearer token-".length())) > goodTokensFrom;
  }

  public void behave(Behaviour next) {
    behaviour = next;
  }

  /** Ends every token there is. */
  public void endTokens() {
    goodTokensFrom = issued.get();
  }

  public int tokensIssued() {
    return issued.get();
  }

  /** What came with a token or asked for footprints or brought events, in order. */
  public List<Received> received(String path) {
    return host.received().stream()
        .filter(request -> request.path().getPath().equals(path))
        .toList();
  }

  public ForeignHost host() {
    return host;
  }

  public OutboundRules rules() {
    return host.rules();
  }

  /** The body that registers a connection to this host. */
  public String registration(String more) {
    return "{\"baseUrl\":\"%s\",\"clientId\":\"%s\",\"clientSecret\":\"%s\"%s}"
        .formatted(host.url(), CLIENT, SECRET, more);
  }

  @Override
  public void close() {
    host.close();
  }
}
