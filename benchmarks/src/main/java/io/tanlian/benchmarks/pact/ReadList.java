package io.tanlian.benchmarks.pact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list as a reader got it, page by page.
 *
 * @param pages in order
 * @param footprints on them, in order
 */
record ReadList(List<Page> pages, List<Place> footprints) {
  static final String FIRST_PAGE = "/3/footprints?limit=100";

  private static final int ONE_BEFORE = "{\"data\":".length();
  private static final int ONE_AFTER = "}".length();
  private static final int FOUND_BEFORE = "{\"data\":[".length();
  private static final int FOUND_AFTER = "]}".length();

  /**
   * A page.
   *
   * @param path by which it was asked for
   * @param next path of the page that follows; empty after the last
   */
  record Page(String path, Body body, Optional<String> next) {}

  /** Where a footprint stands: on this page, from here to there. */
  record Place(UUID id, String product, Body page, int from, int to) {}

  /** Follows the links from the first page to the last. */
  static ReadList walk(HttpsConnection connection) throws IOException {
    List<Page> pages = new ArrayList<>();
    List<Place> footprints = new ArrayList<>();
    Optional<String> path = Optional.of(FIRST_PAGE);
    while (path.isPresent()) {
      Answer answer = connection.get(path.get()).requireDone();
      pages.add(new Page(path.get(), answer.body(), answer.next()));
      footprints.addAll(places(answer.body()));
      path = answer.next();
    }
    return new ReadList(pages, footprints);
  }

  /**
   * Fails unless each of them, and nothing else, is there once.
   *
   * @throws IllegalStateException saying how many there are
   */
  void requireExactly(Set<UUID> visible) {
    Set<UUID> found = new HashSet<>();
    footprints.forEach(place -> found.add(place.id()));
    if (found.size() != footprints.size() || !found.equals(visible)) {
      throw new IllegalStateException(
          "%d footprints, %d different ones, are listed of %d that are visible"
              .formatted(footprints.size(), found.size(), visible.size()));
    }
  }

  Read anyPage(RandomGenerator random) {
    Page page = any(pages, random);
    return Read.of(page.path(), page.body());
  }

  Read anyFootprint(RandomGenerator random) {
    Place place = any(footprints, random);
    return part("/3/footprints/" + place.id(), place, ONE_BEFORE, ONE_AFTER);
  }

  /** The list of what there is of one product. */
  Read anyProduct(RandomGenerator random) {
    Place place = any(footprints, random);
    return part(FIRST_PAGE + "&productId=" + place.product(), place, FOUND_BEFORE, FOUND_AFTER);
  }

  static <T> T any(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  private static Read part(String path, Place place, int before, int after) {
    return new Read(path, place.page(), place.from(), place.to(), before, after);
  }

  /** The footprints on a page, in order. */
  static List<Place> places(Body page) {
    List<Place> places = new ArrayList<>();
    try (JsonParser json = JsonMapper.shared().createParser(page.bytes())) {
      while (json.nextToken() != JsonToken.START_ARRAY) {
        // It is the only member of the page.
      }
      while (json.nextToken() == JsonToken.START_OBJECT) {
        places.add(place(json, page));
      }
    }
    return places;
  }

  private static Place place(JsonParser json, Body page) {
    int from = Math.toIntExact(json.currentTokenLocation().getByteOffset());
    String id = "";
    String product = "";
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("id")) {
        id = json.getString();
      } else if (name.equals("productIds")) {
        product = json.nextStringValue();
        while (json.currentToken() != JsonToken.END_ARRAY) {
          json.nextToken();
        }
      }
      json.skipChildren();
    }
    int to = Math.toIntExact(json.currentLocation().getByteOffset());
    return new Place(UUID.fromString(id), product, page, from, to);
  }
}
