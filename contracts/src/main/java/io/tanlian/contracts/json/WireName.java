package io.tanlian.contracts.json;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A constant that JSON calls by a name of its own. */
public interface WireName {
  String wireName();

  /**
   * The constant of this name. Upper and lower case differ.
   *
   * @param what the constants are, with an article, for the message
   * @throws IllegalArgumentException listing the names there are
   */
  static <E extends Enum<E> & WireName> E parse(Class<E> constants, String what, String wireName) {
    for (E constant : constants.getEnumConstants()) {
      if (constant.wireName().equals(wireName)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "%s is one of %s"
            .formatted(
                what,
                Arrays.stream(constants.getEnumConstants())
                    .map(WireName::wireName)
                    .collect(Collectors.joining(", "))));
  }
}
