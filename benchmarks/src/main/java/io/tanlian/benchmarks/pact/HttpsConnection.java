package io.tanlian.benchmarks.pact;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * HTTP/1.1 over TLS, one request at a time, on one connection for as long as the server keeps it; a
 * new one then resumes its TLS session. It understands what the servers here answer and costs
 * little, for client and servers share the processor.
 */
final class HttpsConnection implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 15;
  private static final int HEX = 16;
  private static final int STATUS_FROM = 9;
  private static final int STATUS_TO = 12;

  private final URI server;
  private final SSLContext tls;
  private final String headers;
  private SSLSocket socket;
  private InputStream in;
  private OutputStream out;
  private boolean ended;

  /**
   * Connects.
   *
   * @param headers sent with every request, each line ended by CR LF
   */
  HttpsConnection(URI server, SSLContext tls, String headers) throws IOException {
    this.server = server;
    this.tls = tls;
    this.headers = headers;
    this.socket = connect();
    this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    this.out = socket.getOutputStream();
  }

  private SSLSocket connect() throws IOException {
    SSLSocket connected =
        (SSLSocket) tls.getSocketFactory().createSocket(server.getHost(), server.getPort());
    connected.setTcpNoDelay(true);
    return connected;
  }

  Answer get(String path) throws IOException {
    return send("GET", path, "", new byte[0]);
  }

  /**
   * Posts.
   *
   * @param further headers, each line ended by CR LF
   */
  Answer post(String path, String further, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return send("POST", path, further + "Content-Length: " + bytes.length + "\r\n", bytes);
  }

  private Answer send(String method, String path, String further, byte[] body) throws IOException {
    if (ended) {
      socket.close();
      socket = connect();
      in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
      out = socket.getOutputStream();
      ended = false;
    }
    byte[] head =
        "%s %s HTTP/1.1\r\nHost: %s\r\n%s%s\r\n"
            .formatted(method, path, server.getAuthority(), headers, further)
            .getBytes(StandardCharsets.ISO_8859_1);
    // In one record, for two would be two packets.
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    out.write(request);
    out.flush();
    return answer();
  }

  private Answer answer() throws IOException {
    StringBuilder head = new StringBuilder();
    int length = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      chunked |= lower.equals("transfer-encoding: chunked");
      ended |= lower.equals("connection: close");
    }
    int status = Integer.parseInt(head.substring(STATUS_FROM, STATUS_TO));
    return new Answer(status, head.toString(), new Body(chunked ? chunks() : exactly(length)));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER_BYTES);
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), HEX);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException(server + " ended within an answer");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException(server + " ended the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone, which is what was wanted.
    }
  }
}
