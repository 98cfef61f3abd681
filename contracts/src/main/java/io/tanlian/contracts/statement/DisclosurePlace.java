package io.tanlian.contracts.statement;

import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.pact.v3.PcfFigure;
import io.tanlian.contracts.sharing.GrantedPart;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The places in a payload where a digest may stand for a disclosure, and what may be withheld
 * there. A digest elsewhere is refused, so that ids, dates, units and the like are visible to
 * everyone.
 */
enum DisclosurePlace {
  SUBJECT("/credentialSubject", GrantedPart.INPUTS),
  FOOTPRINT("/credentialSubject/productFootprint", GrantedPart.FIGURES),
  PCF("/credentialSubject/productFootprint/pcf", GrantedPart.FIGURES),
  INPUTS("/credentialSubject/inputs", GrantedPart.INPUTS),
  DIRECT_EMISSIONS("/credentialSubject/directEmissions", GrantedPart.DIRECT_EMISSIONS),
  REQUEST("/credentialSubject/request", null),
  ANSWER("/credentialSubject/answer", null),
  RECEIVED("/credentialSubject/received", null);

  private static final Set<String> FOOTPRINT_TEXTS =
      Set.of("productDescription", "comment", "extensions");
  private static final Set<String> PCF_TEXTS =
      Set.of(
          "dqi",
          "boundaryProcessesDescription",
          "exemptedEmissionsDescription",
          "allocationRulesDescription",
          "technologicalCO2CaptureOrigin");
  private static final Set<String> FIGURES =
      Arrays.stream(PcfFigure.values())
          .map(PcfFigure::wireName)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> REQUEST_DETAILS =
      Set.of("requester", "version", "eventId", "source", "criteria");
  private static final Set<String> ANSWER_DETAILS = Set.of("answeredBy", "footprints", "error");
  private static final Set<String> RECEIVED_DETAILS =
      Set.of("receivedFor", "host", "retrievedAt", "bodySha256", "specVersion", "productFootprint");

  private final String pointer;
  private final @Nullable GrantedPart part;

  DisclosurePlace(String pointer, @Nullable GrantedPart part) {
    this.pointer = pointer;
    this.part = part;
  }

  static Optional<DisclosurePlace> at(String pointer) {
    return Arrays.stream(values()).filter(place -> place.pointer.equals(pointer)).findFirst();
  }

  /** Where it is in the payload (RFC 6901). */
  String pointer() {
    return pointer;
  }

  /** By what grant it is shown; empty for what is no statement's to grant. */
  Optional<GrantedPart> part() {
    return Optional.ofNullable(part);
  }

  /** Whether elements of an array are withheld here, not members of an object. */
  boolean isArray() {
    return this == INPUTS;
  }

  /** Whether the member of this name may be withheld here. */
  boolean mayHide(String name) {
    return switch (this) {
      case SUBJECT -> name.equals("output");
      case FOOTPRINT -> FOOTPRINT_TEXTS.contains(name);
      case PCF -> FIGURES.contains(name) || PCF_TEXTS.contains(name);
      case INPUTS -> false;
      case DIRECT_EMISSIONS -> PcfComponent.ofWireName(name).isPresent();
      case REQUEST -> REQUEST_DETAILS.contains(name);
      case ANSWER -> ANSWER_DETAILS.contains(name);
      case RECEIVED -> RECEIVED_DETAILS.contains(name);
    };
  }
}
