package io.tanlian.ledger.storage;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format: the fastest way in. */
public final class BinaryCopy {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int END_OF_ROWS = -1;

  private final Buffer bytes = new Buffer();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private boolean hasRows;

  public BinaryCopy() {
    write(() -> {
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
    });
  }

  public BinaryCopy row(int columns) {
    hasRows = true;
    return write(() -> out.writeShort(columns));
  }

  public BinaryCopy int2(int value) {
    return write(() -> {
      out.writeInt(Short.BYTES);
      out.writeShort(value);
    });
  }

  public BinaryCopy int8(long value) {
    return write(() -> {
      out.writeInt(Long.BYTES);
      out.writeLong(value);
    });
  }

  public BinaryCopy uuid(UUID value) {
    return write(() -> {
      out.writeInt(2 * Long.BYTES);
      out.writeLong(value.getMostSignificantBits());
      out.writeLong(value.getLeastSignificantBits());
    });
  }

  public BinaryCopy bytea(byte[] value) {
    return write(() -> {
      out.writeInt(value.length);
      out.write(value);
    });
  }

  /**
   * Sends the rows, if there are any; {@code copySql} names table and columns in the order they
   * were written.
   */
  public void into(Connection connection, String copySql) throws SQLException {
    if (!hasRows) {
      return;
    }
    write(() -> out.writeShort(END_OF_ROWS));
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copySql);
    try {
      copy.writeToCopy(bytes.content(), 0, bytes.size());
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private BinaryCopy write(Field field) {
    try {
      field.write();
      return this;
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
  }

  private interface Field {
    void write() throws IOException;
  }

  /** Lends its bytes instead of copying them. */
  private static final class Buffer extends ByteArrayOutputStream {
    private static final int INITIAL_BYTES = 8_192;

    Buffer() {
      super(INITIAL_BYTES);
    }

    byte[] content() {
      return buf;
    }
  }
}
