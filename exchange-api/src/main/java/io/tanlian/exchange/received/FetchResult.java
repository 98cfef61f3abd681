package io.tanlian.exchange.received;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What fetching brought.
 *
 * @param pages that the host gave
 * @param recorded footprints that are new here
 * @param known footprints that were recorded before, byte for byte
 * @param refused footprints that cannot be kept
 * @param ended why it ended before the last page; empty if it did not
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FetchResult(
    int pages, int recorded, int known, List<RefusedFootprint> refused, Optional<String> ended) {
  /** Of refusals, the first are told. */
  static final int REFUSED_MAX = 100;

  static final FetchResult NOTHING = new FetchResult(0, 0, 0, List.of(), Optional.empty());

  public FetchResult {
    refused = List.copyOf(refused.subList(0, Math.min(REFUSED_MAX, refused.size())));
  }

  /**
   * A footprint that cannot be kept.
   *
   * @param footprint its id, as far as it states one
   */
  public record RefusedFootprint(String footprint, String words) {}

  FetchResult endedBy(String words) {
    return new FetchResult(pages, recorded, known, refused, Optional.of(words));
  }

  FetchResult andPage() {
    return new FetchResult(pages + 1, recorded, known, refused, ended);
  }

  FetchResult and(FetchResult other) {
    List<RefusedFootprint> both = new ArrayList<>(refused);
    both.addAll(other.refused);
    return new FetchResult(
        pages + other.pages,
        recorded + other.recorded,
        known + other.known,
        both,
        ended.or(other::ended));
  }

  /** In words, for a line of a table. */
  String words() {
    return "%d pages, %d recorded, %d known, %d refused%s"
        .formatted(
            pages, recorded, known, refused.size(), ended.map(why -> "; ended: " + why).orElse(""));
  }
}
