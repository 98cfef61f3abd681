package io.tanlian.example.battery.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A request as it goes over the line.
 *
 * @param endpoint what it is meant for
 * @param method which may be another than the endpoint's
 * @param target path and query, a byte a character
 * @param headers lines, all but those of the body's length
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once
record Input(
    Endpoint endpoint,
    String method,
    String target,
    List<String> headers,
    byte[] body,
    boolean chunked) {
  private static final int SHOWN_CHARS = 4_000;

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head().getBytes(ISO_8859_1));
    if (chunked) {
      int half = body.length / 2;
      for (int[] part : new int[][] {{0, half}, {half, body.length - half}}) {
        if (part[1] > 0) {
          bytes.writeBytes((Integer.toHexString(part[1]) + "\r\n").getBytes(UTF_8));
          bytes.write(body, part[0], part[1]);
          bytes.writeBytes("\r\n".getBytes(UTF_8));
        }
      }
      bytes.writeBytes("0\r\n\r\n".getBytes(UTF_8));
    } else {
      bytes.writeBytes(body);
    }
    return bytes.toByteArray();
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  private String head() {
    StringBuilder head = new StringBuilder(method).append(' ').append(target);
    head.append(" HTTP/1.1\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    if (chunked) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  @Override
  public String toString() {
    String whole = head() + new String(body, UTF_8);
    return whole.length() <= SHOWN_CHARS
        ? whole
        : whole.substring(0, SHOWN_CHARS) + "… (%d bytes of body)".formatted(body.length);
  }
}
