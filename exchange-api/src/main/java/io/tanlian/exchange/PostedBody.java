package io.tanlian.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Reads a body within limits: a caller could send a byte now and then for ever. */
public final class PostedBody {

  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final int CHUNK_BYTES = 8_192;

  private PostedBody() {}

  /**
   * The body, or as much of it as shows that it is too long.
   *
   * @param bytesMax reading ends soon after more than these
   * @throws InterruptedIOException if it took longer than a minute
   */
  public static byte[] read(InputStream in, int bytesMax) throws IOException {
    long began = System.nanoTime();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK_BYTES];
    int length = in.read(chunk);
    while (length >= 0 && body.size() <= bytesMax) {
      body.write(chunk, 0, length);
      if (System.nanoTime() - began > WITHIN.toNanos()) {
        throw new InterruptedIOException("the body took longer than " + WITHIN);
      }
      length = in.read(chunk);
    }
    return body.toByteArray();
  }
}
