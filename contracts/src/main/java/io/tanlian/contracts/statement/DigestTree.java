package io.tanlian.contracts.statement;

import static io.tanlian.contracts.problem.ProblemCode.DISCLOSURE_DUPLICATE;
import static io.tanlian.contracts.problem.ProblemCode.DISCLOSURE_MALFORMED;
import static io.tanlian.contracts.problem.ProblemCode.DISCLOSURE_UNMATCHED;
import static io.tanlian.contracts.problem.ProblemCode.STATEMENT_MALFORMED;

import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.contracts.sharing.GrantedPart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A payload, the digests in it, and what disclosures bring to light, after the processing rules of
 * RFC 9901 section 7.1. It owns the payload it is given and changes it.
 */
final class DigestTree {
  private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final ObjectNode payload;
  private final Map<String, Hidden> hidden = new LinkedHashMap<>();
  private final Set<String> withheld = new HashSet<>();
  private final Map<String, JsonNode> elements = new HashMap<>();

  private record Hidden(DisclosurePlace place, JsonNode container) {}

  private DigestTree(ObjectNode payload) {
    this.payload = payload;
  }

  /** What the disclosures reveal of {@code payload}. */
  static Outcome<DigestTree> reveal(ObjectNode payload, List<String> disclosures) {
    return reveal(payload, tree -> disclosures);
  }

  /** What those of the disclosures reveal that belong to {@code parts}. */
  static Outcome<DigestTree> reveal(
      ObjectNode payload, List<String> disclosures, Set<GrantedPart> parts) {
    return reveal(
        payload,
        tree ->
            disclosures.stream()
                .filter(disclosure -> tree.partOf(disclosure).filter(parts::contains).isPresent())
                .toList());
  }

  private static Outcome<DigestTree> reveal(
      ObjectNode payload, Function<DigestTree, List<String>> shown) {
    DigestTree tree = new DigestTree(payload);
    Problem problem = tree.findDigests(payload, "");
    if (problem == null) {
      problem = tree.open(shown.apply(tree));
    }
    if (problem != null) {
      return Outcome.refused(problem);
    }
    tree.fillArrays();
    return Outcome.accepted(tree);
  }

  /** The payload with what was disclosed in place, and without any digests. */
  ObjectNode revealed() {
    return payload;
  }

  /** The place of each digest, disclosed or not. */
  Map<String, DisclosurePlace> places() {
    Map<String, DisclosurePlace> places = new LinkedHashMap<>();
    hidden.forEach((digest, slot) -> places.put(digest, slot.place()));
    return places;
  }

  private Optional<GrantedPart> partOf(String disclosure) {
    return Optional.ofNullable(hidden.get(Disclosure.digest(disclosure)))
        .flatMap(slot -> slot.place().part());
  }

  /** Whether nothing is withheld. */
  boolean complete() {
    return withheld.isEmpty();
  }

  private @Nullable Problem findDigests(JsonNode node, String pointer) {
    return switch (node) {
      case ObjectNode object -> findInObject(object, pointer);
      case ArrayNode array -> findInArray(array, pointer);
      default -> null;
    };
  }

  private @Nullable Problem findInObject(ObjectNode object, String pointer) {
    Problem problem = object.has(Disclosure.DIGESTS) ? takeDigests(object, pointer) : null;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (problem == null) {
        problem =
            member.getKey().equals(Disclosure.ELEMENT_DIGEST)
                ? misplaced(pointer)
                : findDigests(member.getValue(), pointer + "/" + escaped(member.getKey()));
      }
    }
    return problem;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private @Nullable Problem takeDigests(ObjectNode object, String pointer) {
    Optional<DisclosurePlace> place = DisclosurePlace.at(pointer).filter(found -> !found.isArray());
    JsonNode digests = object.remove(Disclosure.DIGESTS);
    if (place.isEmpty() || !digests.isArray()) {
      return misplaced(pointer);
    }
    Problem problem = null;
    for (JsonNode digest : digests) {
      if (problem == null) {
        problem = register(digest, new Hidden(place.get(), object), pointer);
      }
    }
    return problem;
  }

  private @Nullable Problem findInArray(ArrayNode array, String pointer) {
    Problem problem = null;
    for (int i = 0; i < array.size() && problem == null; i++) {
      JsonNode element = array.get(i);
      if (!element.has(Disclosure.ELEMENT_DIGEST)) {
        problem = findDigests(element, pointer + "/" + i);
      } else if (!pointer.equals(DisclosurePlace.INPUTS.pointer()) || element.size() != 1) {
        problem = misplaced(pointer);
      } else {
        problem =
            register(
                element.path(Disclosure.ELEMENT_DIGEST),
                new Hidden(DisclosurePlace.INPUTS, array),
                pointer);
      }
    }
    return problem;
  }

  private @Nullable Problem register(JsonNode digest, Hidden slot, String pointer) {
    if (!digest.isString() || !SHA_256.matcher(digest.stringValue()).matches()) {
      return misplaced(pointer);
    }
    withheld.add(digest.stringValue());
    return hidden.put(digest.stringValue(), slot) == null
        ? null
        : new Problem(
            DISCLOSURE_DUPLICATE, pointer, "A digest occurs twice.", "Sign with fresh salts.");
  }

  private static Problem misplaced(String pointer) {
    return new Problem(
        STATEMENT_MALFORMED,
        pointer,
        "Digests (_sd, \"...\") stand where nothing may be withheld, or are no SHA-256 digests.",
        "Withhold only figures, descriptions, inputs, output and direct emissions.");
  }

  private @Nullable Problem open(List<String> disclosures) {
    Set<String> seen = new HashSet<>();
    Problem problem = null;
    for (int i = 0; i < disclosures.size() && problem == null; i++) {
      String encoded = disclosures.get(i);
      problem =
          !seen.add(encoded)
              ? disclosure(DISCLOSURE_DUPLICATE, "A disclosure is sent twice.")
              : switch (Disclosure.parse(encoded)) {
                case Outcome.Refused<Disclosure>(List<Problem> problems) -> problems.getFirst();
                case Outcome.Accepted<Disclosure>(Disclosure disclosure) -> place(disclosure);
              };
    }
    return problem;
  }

  private @Nullable Problem place(Disclosure disclosure) {
    String digest = disclosure.digest();
    Hidden slot = hidden.get(digest);
    if (slot == null) {
      return disclosure(
          DISCLOSURE_UNMATCHED, "A disclosure matches no digest of the signed statement.");
    }
    withheld.remove(digest);
    String name = disclosure.name().orElse("");
    if (slot.place().isArray() == disclosure.name().isPresent()) {
      return disclosure(
          DISCLOSURE_MALFORMED, "An element is disclosed as a member, or a member as an element.");
    }
    if (slot.container() instanceof ObjectNode object) {
      if (!slot.place().mayHide(name)) {
        return disclosure(
            DISCLOSURE_MALFORMED,
            "The member " + name + " must be visible in " + slot.place().pointer() + ".");
      }
      if (object.has(name)) {
        return disclosure(
            DISCLOSURE_MALFORMED, "The member " + name + " is there already or disclosed twice.");
      }
      object.set(name, disclosure.value());
    } else {
      elements.put(digest, disclosure.value());
    }
    return null;
  }

  private static Problem disclosure(ProblemCode code, String detail) {
    return Problem.of(
        code, detail, "Send the disclosures that were made with this statement, each once.");
  }

  private void fillArrays() {
    if (payload.at(DisclosurePlace.INPUTS.pointer()) instanceof ArrayNode inputs) {
      for (int i = inputs.size() - 1; i >= 0; i--) {
        JsonNode digest = inputs.get(i).path(Disclosure.ELEMENT_DIGEST);
        JsonNode element = digest.isString() ? elements.get(digest.stringValue()) : inputs.get(i);
        if (element == null) {
          inputs.remove(i);
        } else {
          inputs.set(i, element);
        }
      }
    }
  }
}
