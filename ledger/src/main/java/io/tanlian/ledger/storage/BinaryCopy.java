package io.tanlian.ledger.storage;

import io.tanlian.tlog.encoding.StrictUtf8;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Rows in PostgreSQL's binary COPY format: the fastest way in. */
public final class BinaryCopy {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int END_OF_ROWS = -1;
  private static final int TEXT_OID = 25;
  private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  public BinaryCopy() {
    write(() -> {
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
    });
  }

  public BinaryCopy row(int columns) {
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

  public BinaryCopy timestamptz(Instant value) {
    return int8(ChronoUnit.MICROS.between(POSTGRES_EPOCH, value));
  }

  public BinaryCopy text(String value) {
    return bytea(StrictUtf8.encode(value));
  }

  public BinaryCopy bytea(byte[] value) {
    return write(() -> {
      out.writeInt(value.length);
      out.write(value);
    });
  }

  /** A one-dimensional array without nulls. */
  public BinaryCopy textArray(Collection<String> values) {
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    try (DataOutputStream field = new DataOutputStream(array)) {
      field.writeInt(values.isEmpty() ? 0 : 1);
      field.writeInt(0);
      field.writeInt(TEXT_OID);
      if (!values.isEmpty()) {
        field.writeInt(values.size());
        field.writeInt(1);
      }
      for (String value : values) {
        byte[] utf8 = StrictUtf8.encode(value);
        field.writeInt(utf8.length);
        field.write(utf8);
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return bytea(array.toByteArray());
  }

  /** Sends the rows; {@code copySql} names table and columns in the order they were written. */
  public void into(Connection connection, String copySql) throws SQLException {
    write(() -> out.writeShort(END_OF_ROWS));
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(copySql, new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new SQLException("the connection broke during COPY", e);
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
}
