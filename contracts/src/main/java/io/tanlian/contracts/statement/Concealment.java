package io.tanlian.contracts.statement;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces all that may be withheld in a payload by digests (RFC 9901 section 4). */
final class Concealment {
  private Concealment() {}

  /**
   * Changes {@code payload} in place and returns the disclosures in the order of what they hide.
   * The digests are sorted, so that their order says nothing about the names behind them.
   */
  static List<String> conceal(ObjectNode payload, SecureRandom random) {
    List<String> disclosures = new ArrayList<>();
    for (DisclosurePlace place : DisclosurePlace.values()) {
      switch (payload.at(place.pointer())) {
        case ObjectNode object when !place.isArray() -> members(object, place, random, disclosures);
        case ArrayNode array when place.isArray() -> elements(array, random, disclosures);
        default -> {}
      }
    }
    return disclosures;
  }

  private static void members(
      ObjectNode object, DisclosurePlace place, SecureRandom random, List<String> disclosures) {
    TreeSet<String> digests = new TreeSet<>();
    for (String name : List.copyOf(object.propertyNames())) {
      if (place.mayHide(name)) {
        Disclosure disclosure = Disclosure.ofMember(name, object.remove(name), random);
        disclosures.add(disclosure.encoded());
        digests.add(disclosure.digest());
      }
    }
    if (!digests.isEmpty()) {
      ArrayNode array = object.putArray(Disclosure.DIGESTS);
      digests.forEach(array::add);
    }
  }

  private static void elements(ArrayNode array, SecureRandom random, List<String> disclosures) {
    for (int i = 0; i < array.size(); i++) {
      JsonNode element = array.get(i);
      Disclosure disclosure = Disclosure.ofElement(element, random);
      disclosures.add(disclosure.encoded());
      array.set(i, array.objectNode().put(Disclosure.ELEMENT_DIGEST, disclosure.digest()));
    }
  }
}
