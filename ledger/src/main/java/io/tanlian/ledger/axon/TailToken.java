package io.tanlian.ledger.axon;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.jspecify.annotations.Nullable;

/** A tail's token in its table: the index of the last entry handled, in decimal. */
final class TailToken implements Converter {

  @Override
  public boolean canConvert(Type source, Type target) {
    return (source == GlobalSequenceTrackingToken.class && target == byte[].class)
        || (source == byte[].class && target == GlobalSequenceTrackingToken.class);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
  public <T> @Nullable T convert(@Nullable Object input, Type target) {
    return switch (input) {
      case null -> null;
      case GlobalSequenceTrackingToken token when target == byte[].class ->
          (T) Long.toString(token.getGlobalIndex()).getBytes(StandardCharsets.US_ASCII);
      case byte[] stored when target == GlobalSequenceTrackingToken.class ->
          (T) new GlobalSequenceTrackingToken(indexOf(stored));
      default ->
          throw new IllegalArgumentException(
              "a tail's token is a ledger index, not " + input.getClass().getName());
    };
  }

  static long indexOf(byte[] stored) {
    return Long.parseLong(new String(stored, StandardCharsets.US_ASCII));
  }

  @Override
  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("format", "decimal index");
  }
}
