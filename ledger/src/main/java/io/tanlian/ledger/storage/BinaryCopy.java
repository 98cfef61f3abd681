package io.tanlian.ledger.storage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format: the fastest way in. Keeps its memory when cleared. */
public final class BinaryCopy {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };

  /** Behind the signature come flags and the length of an extension: none of either. */
  private static final int HEADER_BYTES = SIGNATURE.length + 2 * Integer.BYTES;

  private static final short END_OF_ROWS = -1;
  private static final int BYTES_FIRST = 8_192;

  /** More is given back when cleared: a batch of large attachments is rare. */
  private static final int BYTES_KEPT_MAX = 4 << 20;

  private static final VarHandle SHORT = bigEndian(short[].class);
  private static final VarHandle INT = bigEndian(int[].class);
  private static final VarHandle LONG = bigEndian(long[].class);

  private byte[] bytes = Arrays.copyOf(SIGNATURE, BYTES_FIRST);
  private int size = HEADER_BYTES;

  private static VarHandle bigEndian(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
  }

  public BinaryCopy row(int columns) {
    int at = grow(Short.BYTES);
    SHORT.set(bytes, at, (short) columns);
    return this;
  }

  public BinaryCopy int2(int value) {
    length(Short.BYTES);
    int at = grow(Short.BYTES);
    SHORT.set(bytes, at, (short) value);
    return this;
  }

  public BinaryCopy int8(long value) {
    length(Long.BYTES);
    int at = grow(Long.BYTES);
    LONG.set(bytes, at, value);
    return this;
  }

  public BinaryCopy uuid(UUID value) {
    length(2 * Long.BYTES);
    int at = grow(2 * Long.BYTES);
    LONG.set(bytes, at, value.getMostSignificantBits());
    LONG.set(bytes, at + Long.BYTES, value.getLeastSignificantBits());
    return this;
  }

  public BinaryCopy bytea(byte[] value) {
    length(value.length);
    int at = grow(value.length);
    System.arraycopy(value, 0, bytes, at, value.length);
    return this;
  }

  /**
   * Sends the rows, if there are any; {@code copySql} names table and columns in the order they
   * were written.
   */
  public void into(Connection connection, String copySql) throws SQLException {
    if (size == HEADER_BYTES) {
      return;
    }
    row(END_OF_ROWS);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copySql);
    try {
      copy.writeToCopy(bytes, 0, size);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  public void clear() {
    if (bytes.length > BYTES_KEPT_MAX) {
      bytes = Arrays.copyOf(SIGNATURE, BYTES_FIRST);
    }
    size = HEADER_BYTES;
  }

  private void length(int fieldBytes) {
    int at = grow(Integer.BYTES);
    INT.set(bytes, at, fieldBytes);
  }

  /** Makes room, maybe in another array, and says where. */
  private int grow(int more) {
    int at = size;
    size = Math.addExact(size, more);
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size, (int) Math.min(2L * bytes.length, 1 << 30)));
    }
    return at;
  }
}
