package io.tanlian.exchange.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls other companies' hosts. It goes nowhere but where {@link OutboundRules} and {@link
 * AddressRanges} let it, follows no redirect, keeps no cookie, and ends in bounded time and memory.
 */
public final class OutboundClient implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 200;
  private static final int CONNECTIONS_PER_HOST_MAX = 8;

  /** With the line length this bounds the bytes of an answer's headers to half a megabyte. */
  private static final int HEADERS_MAX = 64;

  private static final int HEADER_LINE_CHARS_MAX = 8_192;
  private static final Duration CONNECTION_LIFE = Duration.ofMinutes(5);
  private static final Duration CHECK_AFTER_IDLE = Duration.ofSeconds(1);

  private final OutboundRules rules;
  private final OutboundLimits limits;
  private final CloseableHttpClient http;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("outbound-deadlines").daemon().factory());

  /**
   * A client.
   *
   * @param lookup finds a host's addresses, which are then checked
   */
  public OutboundClient(OutboundRules rules, OutboundLimits limits, HostLookup lookup) {
    this.rules = rules;
    this.limits = limits;
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new GuardedResolver(rules, lookup))
                    .setTlsSocketStrategy(new HostTls(rules))
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                            .http1Config(
                                Http1Config.custom()
                                    .setMaxHeaderCount(HEADERS_MAX)
                                    .setMaxLineLength(HEADER_LINE_CHARS_MAX)
                                    .build())
                            .build())
                    .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(timeout(limits.silence())).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout(limits.connect()))
                            .setSocketTimeout(timeout(limits.silence()))
                            .setTimeToLive(TimeValue.of(CONNECTION_LIFE))
                            .setValidateAfterInactivity(TimeValue.of(CHECK_AFTER_IDLE))
                            .build())
                    .setMaxConnTotal(CONNECTIONS_MAX)
                    .setMaxConnPerRoute(CONNECTIONS_PER_HOST_MAX)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(timeout(limits.total()))
                    .setResponseTimeout(timeout(limits.silence()))
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .setUserAgent("Tanlian")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableAuthCaching()
            .disableCookieManagement()
            // A small answer must not become a large one.
            .disableContentCompression()
            .build();
  }

  /** What the host answers; never an exception. */
  public OutboundAnswer send(OutboundCall call) {
    Optional<String> objection = rules.objection(call.url());
    if (objection.isPresent()) {
      return new OutboundAnswer.Refused(objection.get());
    }
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.url());
    call.headers().forEach(request::setHeader);
    call.body()
        .ifPresent(body ->
            request.setEntity(
                new ByteArrayEntity(body.bytes(), ContentType.parse(body.mediaType()))));
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        deadlines.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            limits.total().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return http.execute(request, response -> read(request, response));
    } catch (IOException | RuntimeException failure) {
      return late.get()
          ? new OutboundAnswer.Failed("no whole answer within " + seconds(limits.total()))
          : failed(failure);
    } finally {
      deadline.cancel(false);
    }
  }

  private OutboundAnswer read(HttpUriRequestBase request, ClassicHttpResponse response)
      throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(header.getValue());
    }
    byte[] body = new byte[0];
    if (response.getEntity() != null) {
      InputStream content = response.getEntity().getContent();
      body = content.readNBytes(limits.bodyBytesMax() + 1);
      if (body.length > limits.bodyBytesMax()) {
        // Else the rest would be read to the end, to use the connection again.
        request.cancel();
        throw new AnswerTooLarge(limits.bodyBytesMax());
      }
    }
    return new OutboundAnswer.Answered(response.getCode(), headers, body);
  }

  private static OutboundAnswer failed(Exception failure) {
    return switch (failure) {
      case AddressRefused refused ->
          new OutboundAnswer.Refused(String.valueOf(refused.getMessage()));
      case AnswerTooLarge large -> new OutboundAnswer.Failed(String.valueOf(large.getMessage()));
      case UnknownHostException unknown ->
          new OutboundAnswer.Failed(String.valueOf(unknown.getMessage()));
      case SocketTimeoutException _ -> new OutboundAnswer.Failed("no answer in time");
      case SSLException tls ->
          new OutboundAnswer.Failed("no trusted TLS connection: " + tls.getMessage());
      default ->
          new OutboundAnswer.Failed(
              "no answer: " + failure.getClass().getSimpleName() + ": " + failure.getMessage());
    };
  }

  private static final class AnswerTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLarge(int bytesMax) {
      super("the answer has more than " + bytesMax + " bytes");
    }
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration);
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    try {
      http.close();
    } catch (IOException _) {
      // Nothing is promised that a connection's end could break.
    }
  }
}
