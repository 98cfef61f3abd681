package io.tanlian.example.battery.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over TLS, byte for byte as it is told: a client library would refuse to send the worst.
 */
final class RawConnection implements AutoCloseable {
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final int ANSWER_BYTES_MAX = 8 << 20;
  private static final int LINE_BYTES_MAX = 16_384;

  private final SSLContext tls;
  private final URI server;
  private @Nullable SSLSocket socket;
  private InputStream in = InputStream.nullInputStream();

  RawConnection(SSLContext tls, URI server) {
    this.tls = tls;
    this.server = server;
  }

  /**
   * Sends a request and reads its answer.
   *
   * @throws IOException if there is none in time, or the connection ends before it
   */
  RawAnswer send(byte[] request, boolean isHead) throws IOException {
    boolean reused = socket != null;
    try {
      return exchange(request, isHead);
    } catch (IOException e) {
      close();
      if (!reused || e instanceof SocketTimeoutException) {
        throw e;
      }
      // A server may end a connection that is idle; a new one tells whether it was this request.
      return exchange(request, isHead);
    }
  }

  private RawAnswer exchange(byte[] request, boolean isHead) throws IOException {
    SSLSocket open = socket == null ? connect() : socket;
    @Nullable IOException broken = null;
    try {
      open.getOutputStream().write(request);
      open.getOutputStream().flush();
    } catch (IOException e) {
      // Who refuses a body need not read it to its end; the answer may be here all the same.
      broken = e;
    }
    try {
      RawAnswer answer = read(isHead);
      if (broken != null || answer.closes()) {
        close();
      }
      return answer;
    } catch (IOException e) {
      close();
      throw broken == null ? e : broken;
    }
  }

  private SSLSocket connect() throws IOException {
    SSLSocket open =
        (SSLSocket) tls.getSocketFactory().createSocket(server.getHost(), server.getPort());
    open.setSoTimeout((int) ANSWER_WITHIN.toMillis());
    open.setTcpNoDelay(true);
    in = new BufferedInputStream(open.getInputStream());
    socket = open;
    return open;
  }

  private RawAnswer read(boolean isHead) throws IOException {
    int status;
    Map<String, String> headers;
    do {
      String first = line();
      if (!first.startsWith("HTTP/1.1 ") || first.length() < 12) {
        throw new IOException("no status line: " + first);
      }
      status = Integer.parseInt(first.substring(9, 12));
      headers = headers();
    } while (status < 200);
    boolean bodiless = isHead || status == 204 || status == 304;
    return new RawAnswer(status, headers, bodiless ? new byte[0] : body(headers));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (headers.containsKey("content-length")) {
      return exactly(Integer.parseInt(headers.get("content-length")));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
      for (int size = chunk(); size > 0; size = chunk()) {
        body.writeBytes(exactly(size));
        line();
        requireBounded(body.size());
      }
      headers();
      return body.toByteArray();
    }
    return in.readNBytes(ANSWER_BYTES_MAX);
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    requireBounded(length);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException(
          "the answer ends after %d of %d bytes".formatted(bytes.length, length));
    }
    return bytes;
  }

  private static void requireBounded(int length) throws IOException {
    if (length > ANSWER_BYTES_MAX) {
      throw new IOException("an answer of more than " + ANSWER_BYTES_MAX + " bytes");
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() > LINE_BYTES_MAX) {
        throw new EOFException("the connection ended after: " + line.toString(ISO_8859_1));
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException _) {
        // It is not used again.
      }
      socket = null;
    }
  }
}
