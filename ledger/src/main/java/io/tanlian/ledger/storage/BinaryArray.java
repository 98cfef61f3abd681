package io.tanlian.ledger.storage;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.postgresql.core.Oid;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * A parameter that is an array without nulls, in PostgreSQL's binary format. The driver writes most
 * arrays as text, bytea in hexadecimal. A connection takes it only if it was opened with {@link
 * #BINARY_TYPES} as {@code binaryTransferEnable}.
 */
final class BinaryArray extends PGobject implements PGBinaryObject {
  /** The types made here, as the driver wants to hear them. */
  static final String BINARY_TYPES =
      "%d,%d,%d,%d".formatted(Oid.BYTEA_ARRAY, Oid.UUID_ARRAY, Oid.TEXT_ARRAY, Oid.INT8_ARRAY);

  private static final long serialVersionUID = 1L;

  /** Number of dimensions, a flag for nulls, the elements' type. */
  private static final int HEADER_BYTES = 3 * Integer.BYTES;

  /** Length and first index. An empty array has none. */
  private static final int DIMENSION_BYTES = 2 * Integer.BYTES;

  private final transient List<byte[]> elements;
  private final int elementType;

  private BinaryArray(String type, int elementType, List<byte[]> elements) {
    this.type = type;
    this.elementType = elementType;
    this.elements = elements;
  }

  static BinaryArray bytea(List<byte[]> values) {
    return new BinaryArray("_bytea", Oid.BYTEA, values);
  }

  /** Of strings in UTF-8. */
  static BinaryArray text(List<byte[]> values) {
    return new BinaryArray("_text", Oid.TEXT, values);
  }

  static BinaryArray int8(List<Long> values) {
    return new BinaryArray(
        "_int8",
        Oid.INT8,
        values.stream()
            .map(value -> ByteBuffer.allocate(Long.BYTES).putLong(value).array())
            .toList());
  }

  static BinaryArray uuid(List<UUID> values) {
    return new BinaryArray("_uuid", Oid.UUID, values.stream().map(BinaryArray::bytes).toList());
  }

  private static byte[] bytes(UUID value) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }

  @Override
  public int lengthInBytes() {
    int length = HEADER_BYTES + dimensions() * DIMENSION_BYTES;
    for (byte[] element : elements) {
      length = Math.addExact(length, Integer.BYTES + element.length);
    }
    return length;
  }

  @Override
  public void toBytes(byte[] target, int offset) {
    ByteBuffer buffer = ByteBuffer.wrap(target, offset, target.length - offset);
    buffer.putInt(dimensions()).putInt(0).putInt(elementType);
    if (dimensions() == 1) {
      buffer.putInt(elements.size()).putInt(1);
    }
    for (byte[] element : elements) {
      buffer.putInt(element.length).put(element);
    }
  }

  private int dimensions() {
    return elements.isEmpty() ? 0 : 1;
  }

  /** Never called: these arrays are sent, not read. */
  @Override
  public void setByteValue(byte[] value, int offset) {
    throw new UnsupportedOperationException();
  }

  /** What the driver asks for if the connection does not take the type in binary. */
  @Override
  public String getValue() {
    throw new IllegalStateException(
        "the connection must be opened with binaryTransferEnable=" + BINARY_TYPES);
  }
}
